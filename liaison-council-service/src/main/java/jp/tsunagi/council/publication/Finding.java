package jp.tsunagi.council.publication;

import jp.tsunagi.council.CouncilProblem;
import jp.tsunagi.platform.problem.Violation;

/**
 * A place of a text that may say who somebody is.
 *
 * @param pointer the part of the topic, for example {@code /body}
 * @param line from one
 * @param problem what it looks like
 * @param found how it is written there; for the page that shows the text anyway, never for a log or an answer
 */
public record Finding(String pointer, int line, CouncilProblem problem, String found) {

    /** By this the second person says that it was looked at; it repeats nothing of the text. */
    public String key() {
        return pointer + ":" + line + ":" + problem.code();
    }

    Violation violation() {
        return new Violation(pointer, problem).with("line", line).with("finding", key());
    }
}
