package jp.tsunagi.intake.removal;

import java.time.Instant;
import java.util.UUID;
import jp.tsunagi.intake.submission.ContentUrl;

/**
 * A place that a case is about.
 *
 * @param url as it was typed and as it is passed on; never fetched, and never a link
 * @param namedBy which counsellor named it; empty for the consulter
 */
public record Target(UUID id, ContentUrl url, String namedBy, Instant namedAt) {}
