package jp.tsunagi.referral.desk;

/** A desk and the agency that runs it. */
public record DeskRef(String agency, String desk) {}
