/** The periods of the law that run in a case: what a place, a request or a noted day begins, and when each one presses. */
@NullMarked
package jp.tsunagi.intake.casedeadline;

import org.jspecify.annotations.NullMarked;
