package jp.tsunagi.intake.message;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One message in a consulter's mailbox, opened.
 *
 * @param author name of the counsellor or of the desk, empty for the consulter and for the platform itself
 * @param desk code of the desk whose words a counsellor passed on; null for all other words
 */
public record Message(UUID id, String author, @Nullable String desk, boolean fromConsulter, String text, Instant at) {}
