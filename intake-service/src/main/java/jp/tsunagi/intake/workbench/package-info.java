/** What counsellors see and do: the queue, one case, an answer. */
@NullMarked
package jp.tsunagi.intake.workbench;

import org.jspecify.annotations.NullMarked;
