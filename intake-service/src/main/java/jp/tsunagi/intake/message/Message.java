package jp.tsunagi.intake.message;

import java.time.Instant;
import java.util.UUID;

/**
 * One message in a consulter's mailbox, opened.
 *
 * @param author name of the counsellor, empty for the consulter
 */
public record Message(UUID id, String author, boolean fromConsulter, String text, Instant at) {}
