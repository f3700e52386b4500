/** Documents that leave the house: letters and minutes as tagged PDF. */
@NullMarked
package jp.tsunagi.platform.document;

import org.jspecify.annotations.NullMarked;
