/** Who acts, for which agency, in which roles. */
@NullMarked
package jp.tsunagi.platform.identity;

import org.jspecify.annotations.NullMarked;
