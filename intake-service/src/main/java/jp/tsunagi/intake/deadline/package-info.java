/** By when somebody should have heard from us. */
@NullMarked
package jp.tsunagi.intake.deadline;

import org.jspecify.annotations.NullMarked;
