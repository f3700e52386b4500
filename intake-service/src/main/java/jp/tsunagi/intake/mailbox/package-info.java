/** The consulter's mailbox: reading answers and writing back with a confirmation code. */
@NullMarked
package jp.tsunagi.intake.mailbox;

import org.jspecify.annotations.NullMarked;
