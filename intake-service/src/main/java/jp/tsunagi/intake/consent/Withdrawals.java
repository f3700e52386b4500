package jp.tsunagi.intake.consent;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import jp.tsunagi.platform.code.Json;
import jp.tsunagi.platform.outbox.Event;
import jp.tsunagi.platform.outbox.Outbox;
import jp.tsunagi.platform.sealing.SignedStatements;

/** Tells referral-service, signed, that a consulter took a yes back. */
@ApplicationScoped
class Withdrawals {

    private final Outbox outbox;
    private final SignedStatements statements;
    private final Json json;

    Withdrawals(Outbox outbox, SignedStatements statements, Json json) {
        this.outbox = outbox;
        this.statements = statements;
        this.json = json;
    }

    void announce(Consent given, long version, Instant now) {
        String consultation = given.consultation().toString();
        String statement = statements.sign(
                WithdrawalEvent.STATEMENT,
                "consultation/" + consultation,
                json.write(new WithdrawalEvent.Statement(
                        consultation, given.recipient(), given.id().toString(), now)));
        outbox.append(new Event(
                WithdrawalEvent.TOPIC,
                WithdrawalEvent.TYPE,
                "consultation",
                consultation,
                version,
                new WithdrawalEvent(consultation, given.recipient(), statement, now)));
    }
}
