package jp.tsunagi.platform.http;

import java.time.Instant;

/**
 * A state as its table holds it.
 *
 * @param version what the next change must name in {@code If-Match}
 */
public record Stored<T>(T value, long version, Instant changedAt) {}
