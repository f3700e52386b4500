package jp.tsunagi.intake.consent;

import java.time.Instant;

/** A consulter no longer wants a desk to have what it was given; {@code statement} is a signed {@link Statement}. */
record WithdrawalEvent(String consultationId, String targetDesk, String statement, Instant at) {

    static final String TOPIC = "tsunagi.handover";
    static final String TYPE = "jp.tsunagi.consultation.consent-withdrawn.v1";

    /** Kind of the signed statement. */
    static final String STATEMENT = "consent-withdrawal+jwt";

    /**
     * What intake signs.
     *
     * @param consentId the yes that was taken back, the {@code recordId} of the hand-overs that it allowed
     */
    record Statement(String consultationId, String targetDesk, String consentId, Instant at) {}
}
