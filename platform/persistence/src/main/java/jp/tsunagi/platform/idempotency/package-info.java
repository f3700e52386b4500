/** Requests that may be repeated, and forms that are answered once. */
@NullMarked
package jp.tsunagi.platform.idempotency;

import org.jspecify.annotations.NullMarked;
