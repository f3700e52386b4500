/** Files, secrets, ports and the lock of one local stack. */
@NullMarked
package jp.tsunagi.local.state;

import org.jspecify.annotations.NullMarked;
