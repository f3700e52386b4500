/** Intake: receives consultations, answers them, and hands a case to another desk. */
@NullMarked
package jp.tsunagi.intake;

import org.jspecify.annotations.NullMarked;
