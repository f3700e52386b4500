/** What counsellors note down among themselves about a case. */
@NullMarked
package jp.tsunagi.intake.note;

import org.jspecify.annotations.NullMarked;
