/** The request id that connects an answer, the log, the audit rows and the events of one request. */
@NullMarked
package jp.tsunagi.platform.correlation;

import org.jspecify.annotations.NullMarked;
