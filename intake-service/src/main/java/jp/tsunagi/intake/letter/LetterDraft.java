package jp.tsunagi.intake.letter;

import java.time.Instant;

/**
 * What is kept of a letter: everything but who anybody is.
 *
 * @param version what the next change must name
 * @param savedBy which counsellor; empty for the consulter
 */
public record LetterDraft(Letter letter, long version, String savedBy, Instant savedAt) {}
