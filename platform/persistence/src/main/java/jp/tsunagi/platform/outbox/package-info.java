/** Events that leave and enter a service. */
@NullMarked
package jp.tsunagi.platform.outbox;

import org.jspecify.annotations.NullMarked;
