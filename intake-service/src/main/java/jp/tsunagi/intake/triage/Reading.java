package jp.tsunagi.intake.triage;

import java.util.List;
import jp.tsunagi.intake.submission.Submission;

/**
 * What a consultation tells before any rule is asked: the answers, the signs in the words, and what texts like it were. It
 * holds the person's words and is never stored.
 */
record Reading(Submission told, List<Finding> findings, Learned.Guess like) {

    Reading {
        findings = List.copyOf(findings);
    }
}
