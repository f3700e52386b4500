/** How urgent a consultation is, suggested by named rules. */
@NullMarked
package jp.tsunagi.intake.triage;

import org.jspecify.annotations.NullMarked;
