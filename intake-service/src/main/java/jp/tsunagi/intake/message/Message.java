package jp.tsunagi.intake.message;

import java.time.Instant;
import java.util.UUID;

/**
 * One message in a consulter's mailbox, opened.
 *
 * @param author name of the counsellor, empty for the consulter and for the platform itself
 */
public record Message(UUID id, String author, boolean fromConsulter, String text, Instant at) {}
