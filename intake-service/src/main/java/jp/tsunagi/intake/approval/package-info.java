/** A hand-over that waits for a second person, and what that person decided. */
@NullMarked
package jp.tsunagi.intake.approval;

import org.jspecify.annotations.NullMarked;
