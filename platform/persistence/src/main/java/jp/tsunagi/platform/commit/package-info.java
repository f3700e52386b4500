/** What a transaction writes last. */
@NullMarked
package jp.tsunagi.platform.commit;

import org.jspecify.annotations.NullMarked;
