/** The language of a request, and texts in it. */
@NullMarked
package jp.tsunagi.platform.language;

import org.jspecify.annotations.NullMarked;
