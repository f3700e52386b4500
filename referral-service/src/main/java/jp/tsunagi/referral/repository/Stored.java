package jp.tsunagi.referral.repository;

import java.time.Instant;

/** Something as it is stored, with the version that the next decision must name. */
public record Stored<T>(T value, long version, Instant changedAt) {}
