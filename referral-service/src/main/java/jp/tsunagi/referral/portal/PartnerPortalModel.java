package jp.tsunagi.referral.portal;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
import jp.tsunagi.referral.reading.ReferralLists;
import jp.tsunagi.referral.reading.ReferralView;
import jp.tsunagi.referral.repository.ReferralHistory;
import jp.tsunagi.vocabulary.Field;
import jp.tsunagi.vocabulary.ReasonCode;
import org.jspecify.annotations.Nullable;

/** What the portal shows of one referral and does to it: the same reading and deciding as the API's. */
@ApplicationScoped
class PartnerPortalModel {

    /** What is most likely to be done comes first, under the thumb; the rest follows in the order of the states. */
    private static final List<CommandShape> LIKELY = List.of(
            CommandShape.APPROVE,
            CommandShape.SEND,
            CommandShape.SUPPLY_INFORMATION,
            CommandShape.ACCEPT,
            CommandShape.CONFIRM_CANCEL,
            CommandShape.ACCEPT_RETURN,
            CommandShape.RESUME,
            CommandShape.REPORT_PROGRESS,
            CommandShape.COMPLETE,
            CommandShape.ASK_INFORMATION,
            CommandShape.REJECT,
            CommandShape.DECLINE_APPROVAL);

    private static final int UNDER_THE_THUMB = 3;

    /**
     * A referral as the page shows it.
     *
     * @param isIncoming whether the reader's agency is the one that received it
     * @param buttons what may be decided now, the likeliest first
     * @param done what was just done, if it is true
     */
    record Shown(
            ReferralView view,
            boolean isIncoming,
            List<Button> buttons,
            List<Deliveries.Delivery> deliveries,
            DirectoryNames names,
            DueTime due,
            @Nullable String done) {

        public List<Button> first() {
            return buttons.subList(0, Math.min(buttons.size(), UNDER_THE_THUMB));
        }

        public List<Button> rest() {
            return buttons.subList(first().size(), buttons.size());
        }

        /** What the origin did not give. */
        public List<Field> withheld() {
            return Arrays.stream(Field.values())
                    .filter(field -> !view.content().disclosure().fields().contains(field))
                    .toList();
        }

        /** Whether the reader will see what was disclosed, but not yet. */
        public boolean opensOnAcceptance() {
            return isIncoming
                    && switch (view.state().status()) {
                        case REQUESTED, RECEIVED, ON_HOLD -> true;
                        case DRAFT, ACCEPTED, IN_PROGRESS -> false;
                        case COMPLETED, REJECTED, CANCELLED, FAILED, ENTERED_IN_ERROR -> false;
                    };
        }

        /** Colleagues by name, the others by their agency. */
        public String who(ReferralHistory.Entry entry) {
            return names.agency(entry.actorName());
        }

        /** The same with a sentence about the command, if it is what was done last. */
        Shown after(@Nullable CommandType command, Locale locale) {
            CommandType last = view.history().getLast().type();
            boolean isReopened = last == null && view.lineage().replaces() != null;
            return command == null || command != (isReopened ? CommandType.RE_OPEN : last)
                    ? this
                    : new Shown(
                            view,
                            isIncoming,
                            buttons,
                            deliveries,
                            names,
                            due,
                            Messages.in(locale, LifecycleMessages.class).done(command));
        }

        public boolean awaitsApproval() {
            return view.marks().contains(BusinessStatus.AWAITING_APPROVAL);
        }

        /** The person took the consent back: the page says what its reader has to do now. */
        public boolean hasLostConsent() {
            return view.marks().contains(BusinessStatus.CONSENT_WITHDRAWN)
                    || view.state().reasonCode() == ReasonCode.CONSENT_WITHDRAWN;
        }
    }

    /**
     * One decision.
     *
     * @param isOnePress no further question is asked
     * @param look the first one is filled
     */
    record Button(CommandType command, boolean isOnePress, String look) {
        static List<Button> of(List<CommandShape> shapes, boolean carried) {
            List<CommandShape> sorted = shapes.stream()
                    .sorted(Comparator.comparingInt(
                            shape -> LIKELY.contains(shape) ? LIKELY.indexOf(shape) : LIKELY.size()))
                    .toList();
            return sorted.stream()
                    .map(shape -> new Button(
                            shape.type(),
                            DecisionForm.fields(shape, carried).isEmpty(),
                            shape == sorted.getFirst() ? "" : "secondary"))
                    .toList();
        }
    }

    /** Value of the field {@code from}: the form stands on the case page of intake, and its sender goes back there. */
    private static final String CASE = "case";

    static final String OUTBOX = "/partner/outbox";

    /** Pages of intake-service. */
    private static final String CASES = "/desk/case/";

    private record Request(UUID id, CommandShape command, long version, CommandRequest body) {}

    private final ReadingReferrals reading;
    private final DecidingReferrals deciding;
    private final Deliveries deliveries;
    private final Desks desks;
    private final ReferralLists lists;
    private final Idempotency idempotency;
    private final Audit audit;
    private final Clock clock;

    PartnerPortalModel(
            ReadingReferrals reading,
            DecidingReferrals deciding,
            Deliveries deliveries,
            Desks desks,
            ReferralLists lists,
            Idempotency idempotency,
            Audit audit,
            Clock clock) {
        this.reading = reading;
        this.deciding = deciding;
        this.deliveries = deliveries;
        this.desks = desks;
        this.lists = lists;
        this.idempotency = idempotency;
        this.audit = audit;
        this.clock = clock;
    }

    Shown read(UUID id, Actor reader, Locale locale) {
        ReferralView view = reading.read(id, reader);
        List<Button> buttons = Button.of(
                deciding.findAvailable(id, reader).stream()
                        .filter(DecisionForm::isOnPages)
                        .toList(),
                view.carried());
        DueTime due =
                DueTime.of(view.state().status(), view.marks(), view.handling().due(), clock.instant(), locale);
        return new Shown(
                view,
                reader.belongsTo(view.parties().target().agency()),
                buttons,
                deliveries.findByReferral(id),
                DirectoryNames.of(desks, locale),
                due,
                null);
    }

    DecisionForm form(CommandShape shape, Shown shown, Locale locale) {
        return DecisionForm.of(shape, shown.view().carried(), desks.findAll(), locale);
    }

    static String address(UUID id) {
        return "/partner/referrals/" + id;
    }

    /** Makes the decision once, however often the form is sent, and returns the address of the next page. */
    String decide(UUID id, CommandShape shape, Form form, Actor by) {
        long version = Version.required(form.value("version"));
        Request request = new Request(id, shape, version, DecisionForm.read(shape, confirmed(form, id, by)));
        Optional<UUID> fromCase = form.value("from").equals(CASE) ? deciding.findCase(id, by) : Optional.empty();
        Answer<Void> answer = idempotency.once(by.client(), form.key(), request, Void.class, () -> {
            String next = deciding.decide(id, shape, version, request.body, by)
                    .map(decided -> decided.newReferral() == null ? decided.id() : decided.newReferral())
                    .map(PartnerPortalModel::address)
                    .orElse(OUTBOX);
            // The case page hears of the step only later, so it is told that something was said.
            return Answer.seeOther(
                    fromCase.map(known -> CASES + known + "?done=said#done").orElse(next + "?done=" + shape.code()));
        });
        return Objects.requireNonNull(answer.location(), "seeOther has a location");
    }

    /** People confirm a referral by its number, the API by its id. */
    private Form confirmed(Form form, UUID id, Actor by) {
        String typed = form.value("confirm");
        return lists.find(typed, by).filter(id::equals).isPresent()
                ? form.with(Map.of("confirm", id.toString()))
                : form;
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
                                DirectoryNames.of(desks, locale)
                                        .agency(String.valueOf(refused.values().get("changedBy"))),
                                JapanTime.jst(at, locale),
                                Messages.in(locale, LifecycleMessages.class).command(decision)));
    }
}
