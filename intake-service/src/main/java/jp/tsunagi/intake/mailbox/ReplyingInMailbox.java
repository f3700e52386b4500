package jp.tsunagi.intake.mailbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import jp.tsunagi.intake.consent.Consent;
import jp.tsunagi.intake.consent.Consents;
import jp.tsunagi.intake.consultation.Consultation;
import jp.tsunagi.intake.consultation.Consultations;
import jp.tsunagi.intake.message.Correspondence;
import jp.tsunagi.intake.message.Message;
import jp.tsunagi.intake.notification.TellingHolders;
import jp.tsunagi.intake.removal.ProviderAnswer;
import jp.tsunagi.intake.removal.ProviderRequest;
import jp.tsunagi.intake.removal.ProviderRequests;
import jp.tsunagi.intake.submission.Narrative;
import jp.tsunagi.intake.submission.Submission;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.rowsecurity.RowAccess;
import org.jspecify.annotations.Nullable;

/** The consulter answers: in words, or to a question about consent. */
@ApplicationScoped
class ReplyingInMailbox {

    private final Consultations consultations;
    private final Correspondence correspondence;
    private final Consents consents;
    private final TellingHolders holders;
    private final ProviderRequests requests;
    private final RowAccess access;
    private final Clock clock;

    ReplyingInMailbox(
            Consultations consultations,
            Correspondence correspondence,
            Consents consents,
            TellingHolders holders,
            ProviderRequests requests,
            RowAccess access,
            Clock clock) {
        this.consultations = consultations;
        this.correspondence = correspondence;
        this.consents = consents;
        this.holders = holders;
        this.requests = requests;
        this.access = access;
        this.clock = clock;
    }

    Message write(UUID consultation, @Nullable String text) {
        Narrative narrative = Submission.readText(text);
        Instant now = clock.instant();
        access.open(consultation);
        holders.tell(consultation);
        consultations.addNews(consultation, narrative.text(), now);
        return correspondence.addReply(consultation, narrative, consultations.key(consultation), now);
    }

    /** The consulter asked a provider, which is nothing that a counsellor has to answer. */
    ProviderRequest ask(UUID consultation, UUID target, ProviderRequests.Asked asked) {
        access.open(consultation);
        consultations.lock(consultation);
        consultations.markForRecount(consultation);
        return requests.add(consultation, target, asked, Actor.consulter(), clock.instant());
    }

    /** What the provider said is news: the next step depends on it. */
    ProviderAnswer tellAnswer(UUID consultation, ProviderRequests.Key request, ProviderRequests.Came came) {
        access.open(consultation);
        Instant now = clock.instant();
        holders.tell(consultation);
        consultations.markTold(consultation, now);
        consultations.markForRecount(consultation);
        return requests.answer(consultation, request, came, consultations.key(consultation), Actor.consulter(), now);
    }

    Consent decide(UUID consultation, UUID question, Consents.Answer answer, Locale language) {
        access.open(consultation);
        Instant now = clock.instant();
        holders.tell(consultation);
        consultations.markTold(consultation, now);
        return consents.answer(question, consultation, answer, language, now);
    }

    /** The consulter takes a yes back, whether or not a desk has something because of it. */
    void withdraw(UUID consultation, UUID consent) {
        Instant now = clock.instant();
        access.open(consultation);
        holders.tell(consultation);
        // Before the consent is read: it locks the case, so that a hand-over beside us is announced either before or
        // not at all.
        var stored = consultations.changeBySystem(
                consultation, new Consultation.Command.WithdrawConsent(), Actor.consulter(), now);
        consents.withdraw(consent, consultation, stored.version(), now);
    }
}
