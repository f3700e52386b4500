package jp.tsunagi.council.topic;

/** Something as its table holds it, with the version that the next change must name. */
public record Stored<T>(T value, long version) {}
