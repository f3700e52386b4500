package jp.tsunagi.referral.disclosure;

import java.time.Instant;

/**
 * The second account that agreed to a disclosure without consent, or against a refusal.
 *
 * @param by id of the account
 * @param role in which it approved
 */
public record Approval(String by, String role, Instant at) {}
