package jp.tsunagi.intake.note;

import java.time.Instant;
import java.util.UUID;

/**
 * What counsellors write down among themselves. No page or answer for consulters reads it, so it cannot be sent by
 * mistake.
 */
public record Note(UUID id, String author, String text, Instant at) {}
