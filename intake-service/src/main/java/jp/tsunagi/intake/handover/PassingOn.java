package jp.tsunagi.intake.handover;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import jp.tsunagi.intake.consultation.Consultation;
import jp.tsunagi.intake.consultation.Consultations;
import jp.tsunagi.intake.desk.Desks;
import jp.tsunagi.intake.message.Correspondence;
import jp.tsunagi.intake.notification.TellingConsulters;
import jp.tsunagi.platform.identity.Actor;

/** A counsellor passes on to the consulter what a desk said and agreed to have passed on. */
@ApplicationScoped
public class PassingOn {

    private final Consultations consultations;
    private final Referrals referrals;
    private final ReferralThreads threads;
    private final TellingConsulters telling;
    private final Desks desks;
    private final Clock clock;

    PassingOn(
            Consultations consultations,
            Referrals referrals,
            ReferralThreads threads,
            TellingConsulters telling,
            Desks desks,
            Clock clock) {
        this.consultations = consultations;
        this.referrals = referrals;
        this.threads = threads;
        this.telling = telling;
        this.desks = desks;
        this.clock = clock;
    }

    /**
     * Which words, and the version of the case that the counsellor saw.
     *
     * @param entry version of the referral that the words belong to
     */
    public record Request(UUID consultation, UUID referral, long entry, long expectedVersion) {}

    /** @return the version that the case reached */
    public long passOn(Request wanted, Actor by) {
        Instant now = clock.instant();
        UUID id = wanted.consultation;
        var stored = consultations.change(id, wanted.expectedVersion, new Consultation.Command.PassOn(), by, now);
        String words = threads.passOn(id, wanted.referral, wanted.entry, consultations.key(id), now);
        telling.passOn(id, author(wanted), words, now);
        return stored.version();
    }

    /** The desk, with its name as the consulter knows it from the question for consent. */
    private Correspondence.Desk author(Request wanted) {
        String desk = referrals.get(wanted.consultation, wanted.referral).targetDesk();
        return new Correspondence.Desk(
                desk,
                desks.find(desk).map(known -> known.name().in(Locale.JAPANESE)).orElse(desk));
    }
}
