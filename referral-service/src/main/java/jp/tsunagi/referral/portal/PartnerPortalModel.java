package jp.tsunagi.referral.portal;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.tsunagi.platform.audit.Audit;
import jp.tsunagi.platform.code.Coded;
import jp.tsunagi.platform.http.Answer;
import jp.tsunagi.platform.http.Version;
import jp.tsunagi.platform.idempotency.Idempotency;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.language.Messages;
import jp.tsunagi.platform.page.Form;
import jp.tsunagi.platform.page.JapanTime;
import jp.tsunagi.platform.problem.Refusal;
import jp.tsunagi.referral.decision.CommandRequest;
import jp.tsunagi.referral.decision.CommandShape;
import jp.tsunagi.referral.decision.DecidingReferrals;
import jp.tsunagi.referral.delivery.Deliveries;
import jp.tsunagi.referral.desk.Desks;
import jp.tsunagi.referral.lifecycle.BusinessStatus;
import jp.tsunagi.referral.lifecycle.CommandType;
import jp.tsunagi.referral.reading.ReadingReferrals;
import jp.tsunagi.referral.reading.ReferralView;
import jp.tsunagi.vocabulary.ReasonCode;

/** What the portal shows of one referral and does to it: the same reading and deciding as the API's. */
@ApplicationScoped
class PartnerPortalModel {

    private static final Set<CommandShape> MAIN = EnumSet.of(
            CommandShape.ACCEPT,
            CommandShape.APPROVE,
            CommandShape.COMPLETE,
            CommandShape.SUPPLY_INFORMATION,
            CommandShape.SEND);

    /**
     * A referral as the page shows it.
     *
     * @param isIncoming whether the reader's agency is the one that received it
     * @param buttons what may be decided now
     */
    record Shown(ReferralView view, boolean isIncoming, List<Button> buttons, List<Deliveries.Delivery> deliveries) {

        public boolean awaitsApproval() {
            return view.marks().contains(BusinessStatus.AWAITING_APPROVAL);
        }

        /** The person took the consent back: the page says what its reader has to do now. */
        public boolean hasLostConsent() {
            return view.marks().contains(BusinessStatus.CONSENT_WITHDRAWN)
                    || view.state().reasonCode() == ReasonCode.CONSENT_WITHDRAWN;
        }
    }

    /** @param isOnePress no further question is asked */
    record Button(CommandType command, boolean isOnePress, String look) {
        static Button of(CommandShape shape, boolean carried) {
            return new Button(
                    shape.type(),
                    DecisionForm.fields(shape, carried).isEmpty(),
                    MAIN.contains(shape) ? "" : "secondary");
        }
    }

    /** Value of the field {@code from}: the form stands on the case page of intake, and its sender goes back there. */
    private static final String CASE = "case";

    private record Request(UUID id, CommandShape command, long version, CommandRequest body) {}

    private final ReadingReferrals reading;
    private final DecidingReferrals deciding;
    private final Deliveries deliveries;
    private final Desks desks;
    private final Idempotency idempotency;
    private final Audit audit;

    PartnerPortalModel(
            ReadingReferrals reading,
            DecidingReferrals deciding,
            Deliveries deliveries,
            Desks desks,
            Idempotency idempotency,
            Audit audit) {
        this.reading = reading;
        this.deciding = deciding;
        this.deliveries = deliveries;
        this.desks = desks;
        this.idempotency = idempotency;
        this.audit = audit;
    }

    Shown read(UUID id, Actor reader) {
        ReferralView view = reading.read(id, reader);
        List<Button> buttons = deciding.findAvailable(id, reader).stream()
                .filter(DecisionForm::isOnPages)
                .map(shape -> Button.of(shape, view.carried()))
                .toList();
        boolean isIncoming = reader.belongsTo(view.parties().target().agency());
        return new Shown(view, isIncoming, buttons, deliveries.findByReferral(id));
    }

    DecisionForm form(CommandShape shape, Shown shown, Locale locale) {
        return DecisionForm.of(shape, shown.view().carried(), desks.findAll(), locale);
    }

    /** Makes the decision once, however often the form is sent, and returns the address of the next page. */
    String decide(UUID id, CommandShape shape, Form form, Actor by) {
        long version = Version.required(form.value("version"));
        Request request = new Request(id, shape, version, DecisionForm.read(shape, form));
        Optional<UUID> fromCase = form.value("from").equals(CASE) ? deciding.findCase(id, by) : Optional.empty();
        Answer<Void> answer = idempotency.once(by.client(), form.key(), request, Void.class, () -> {
            String next = deciding.decide(id, shape, version, request.body, by)
                    .map(decided -> decided.newReferral() == null ? decided.id() : decided.newReferral())
                    .map(shown -> "/partner/referrals/" + shown)
                    .orElse("/partner/outbox");
            return Answer.seeOther(fromCase.map(known -> "/desk/case/" + known + "?done=said#done")
                    .orElse(next));
        });
        return Objects.requireNonNull(answer.location(), "seeOther has a location");
    }

    /** A refusal shown on a page is not seen by the platform's filter, so its audit is written here. */
    void auditRefusal(UUID id, CommandShape shape, Refusal refused, Actor by) {
        audit.refused(by, "referral." + shape.code(), "referral/" + id, refused.code());
    }

    /** Says who decided what and when, to an actor who came too late. */
    Optional<String> sayWhoWasFirst(Refusal refused, Locale locale) {
        if (!(refused.values().get("changedAt") instanceof Instant at)) {
            return Optional.empty();
        }
        return Coded.find(CommandType.class, String.valueOf(refused.values().get("decision")))
                .map(decision -> Messages.in(locale, PortalMessages.class)
                        .decidedBefore(
                                String.valueOf(refused.values().get("changedBy")),
                                JapanTime.jst(at, locale),
                                Messages.in(locale, LifecycleMessages.class).command(decision)));
    }
}
