/** Signed cursors of lists. */
@NullMarked
package jp.tsunagi.platform.paging;

import org.jspecify.annotations.NullMarked;
