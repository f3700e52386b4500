/** Which rules of triage are in force: those of this release and the routing guide that the council adopted last. */
@NullMarked
package jp.tsunagi.intake.ruleset;

import org.jspecify.annotations.NullMarked;
