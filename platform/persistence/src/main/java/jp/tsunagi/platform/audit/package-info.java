/** Who did, saw or was refused what. */
@NullMarked
package jp.tsunagi.platform.audit;

import org.jspecify.annotations.NullMarked;
