package jp.tsunagi.platform.outbox;

/**
 * A fact for other services: thin, without personal data.
 *
 * @param topic Kafka topic of the aggregate
 * @param type CloudEvents type, for example {@code jp.tsunagi.referral.accepted.v1}
 * @param aggregate kind of the aggregate, first part of the subject
 * @param id identifier of the aggregate, also the record key
 * @param sequence version of the aggregate that this fact made true; announced once
 * @param data a record of ids, codes, versions and times
 */
public record Event(String topic, String type, String aggregate, String id, long sequence, Object data) {}
