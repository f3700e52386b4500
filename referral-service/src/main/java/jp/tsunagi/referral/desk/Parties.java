package jp.tsunagi.referral.desk;

/** The desk that sends a referral and the desk that it is sent to. */
public record Parties(DeskRef origin, DeskRef target) {}
