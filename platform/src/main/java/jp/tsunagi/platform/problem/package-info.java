/** What is refused, and how it is answered (RFC 9457). */
@NullMarked
package jp.tsunagi.platform.problem;

import org.jspecify.annotations.NullMarked;
