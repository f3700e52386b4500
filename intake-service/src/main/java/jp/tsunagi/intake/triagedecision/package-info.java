/** What counsellors decided about the answers of triage: the case goes by it, and it is evidence about the rules. */
@NullMarked
package jp.tsunagi.intake.triagedecision;

import org.jspecify.annotations.NullMarked;
