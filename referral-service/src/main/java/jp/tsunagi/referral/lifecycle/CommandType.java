package jp.tsunagi.referral.lifecycle;

import static jp.tsunagi.referral.lifecycle.CommandType.Input.ANSWER;
import static jp.tsunagi.referral.lifecycle.CommandType.Input.ASSIGNEE;
import static jp.tsunagi.referral.lifecycle.CommandType.Input.AUDIENCE;
import static jp.tsunagi.referral.lifecycle.CommandType.Input.BASIS;
import static jp.tsunagi.referral.lifecycle.CommandType.Input.CLOSING_NOTE;
import static jp.tsunagi.referral.lifecycle.CommandType.Input.CONFIRM;
import static jp.tsunagi.referral.lifecycle.CommandType.Input.CONTACT;
import static jp.tsunagi.referral.lifecycle.CommandType.Input.DISCLOSED_DATA;
import static jp.tsunagi.referral.lifecycle.CommandType.Input.EVENT;
import static jp.tsunagi.referral.lifecycle.CommandType.Input.NOTE;
import static jp.tsunagi.referral.lifecycle.CommandType.Input.OPTIONAL_NOTE;
import static jp.tsunagi.referral.lifecycle.CommandType.Input.ORIGINATOR_CONSENT;
import static jp.tsunagi.referral.lifecycle.CommandType.Input.OUTCOMES;
import static jp.tsunagi.referral.lifecycle.CommandType.Input.QUESTION;
import static jp.tsunagi.referral.lifecycle.CommandType.Input.RESUME_BY;
import static jp.tsunagi.referral.lifecycle.CommandType.Input.SUGGESTED_DESK;
import static jp.tsunagi.referral.lifecycle.CommandType.Input.TARGET_DESK;
import static jp.tsunagi.referral.lifecycle.CommandType.Input.VISIBLE_TO_CONSULTER;
import static jp.tsunagi.referral.lifecycle.PartyRole.ORIGIN_CONSULTANT;
import static jp.tsunagi.referral.lifecycle.PartyRole.ORIGIN_INTAKE;
import static jp.tsunagi.referral.lifecycle.PartyRole.ORIGIN_SUPERVISOR;
import static jp.tsunagi.referral.lifecycle.PartyRole.PRIVACY_OFFICER;
import static jp.tsunagi.referral.lifecycle.PartyRole.SYSTEM_TIMER;
import static jp.tsunagi.referral.lifecycle.PartyRole.TARGET_HANDLER;
import static jp.tsunagi.referral.lifecycle.PartyRole.TARGET_INTAKE;
import static jp.tsunagi.referral.lifecycle.PartyRole.TARGET_SYSTEM;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagi.platform.code.Coded;
import org.jspecify.annotations.Nullable;

/**
 * One row for each command: the command with everything missing, the name under which its effect is announced, who may
 * ever give it (rows R02 to R27 of referral-transitions.csv), its list of reasons, and what it asks for.
 */
public enum CommandType implements Coded {
    SEND(new Command.Send(List.of(), null, Set.of()), "requested", by(ORIGIN_CONSULTANT), BASIS, DISCLOSED_DATA),
    DISCARD(new Command.Discard(), null, by(ORIGIN_CONSULTANT)),
    ACKNOWLEDGE(new Command.Acknowledge(), "received", by(TARGET_SYSTEM, TARGET_INTAKE)),
    ACCEPT(new Command.Accept(null, null, null), "accepted", by(TARGET_INTAKE), ASSIGNEE, CONTACT, OPTIONAL_NOTE),
    REJECT(new Command.Reject(null, null, null), "rejected", by(TARGET_INTAKE), Reasons.REJECTING, SUGGESTED_DESK),
    WITHDRAW(new Command.Withdraw(null, null), "withdrawn", by(ORIGIN_CONSULTANT), Reasons.WITHDRAWING),
    ASK_INFORMATION(new Command.AskInformation(null), "information-requested", by(TARGET_INTAKE), QUESTION),
    SUPPLY_INFORMATION(new Command.SupplyInformation(null), "information-supplied", by(ORIGIN_CONSULTANT), ANSWER),
    START(new Command.Start(), "started", by(TARGET_HANDLER)),
    HOLD(new Command.Hold(null, null, null), "held", by(TARGET_HANDLER, ORIGIN_CONSULTANT), Reasons.HOLDING, RESUME_BY),
    RESUME(new Command.Resume(), "resumed", by(TARGET_HANDLER, TARGET_INTAKE, ORIGIN_CONSULTANT)),
    REPORT_PROGRESS(
            new Command.ReportProgress(null, null, null), "progressed", by(TARGET_HANDLER), NOTE, AUDIENCE, EVENT),
    COMPLETE(
            new Command.Complete(null, null, false),
            "completed",
            by(TARGET_HANDLER),
            OUTCOMES,
            CLOSING_NOTE,
            VISIBLE_TO_CONSULTER),
    FAIL(new Command.Fail(null, null), "failed", by(TARGET_HANDLER), Reasons.FAILING),
    DECLINE_AFTER_ACCEPT(
            new Command.DeclineAfterAccept(null, null, null),
            "rejected",
            by(TARGET_HANDLER),
            Reasons.REJECTING,
            SUGGESTED_DESK),
    OFFER_RETURN(new Command.OfferReturn(null, null), "return-offered", by(TARGET_HANDLER), Reasons.REJECTING),
    ACCEPT_RETURN(new Command.AcceptReturn(), "returned", by(ORIGIN_INTAKE)),
    REQUEST_CANCEL(
            new Command.RequestCancel(null, null),
            "cancellation-requested",
            by(ORIGIN_CONSULTANT),
            Reasons.WITHDRAWING),
    CONFIRM_CANCEL(new Command.ConfirmCancel(), "cancelled", by(TARGET_HANDLER)),
    REFUSE_CANCEL(new Command.RefuseCancel(null), "cancellation-refused", by(TARGET_HANDLER), NOTE),
    ESCALATE(new Command.Escalate(), "overdue", by(SYSTEM_TIMER)),
    EXPIRE(new Command.Expire(0), "cancelled", by(SYSTEM_TIMER)),
    RECALL(new Command.Recall(null, null), "recalled", by(ORIGIN_CONSULTANT, PRIVACY_OFFICER), Reasons.WITHDRAWING),
    MARK_IN_ERROR(
            new Command.MarkInError(null, null),
            "entered-in-error",
            by(ORIGIN_SUPERVISOR, PRIVACY_OFFICER),
            NOTE,
            CONFIRM),
    RE_OPEN(new Command.ReOpen(new UUID(0, 0), null), null, by(ORIGIN_CONSULTANT), NOTE),
    FORWARD(
            new Command.Forward(new UUID(0, 0), null, null, null),
            "forwarded",
            by(TARGET_HANDLER),
            TARGET_DESK,
            BASIS,
            ORIGINATOR_CONSENT);

    /** One thing that a command asks for: the member of the API's JSON and the field of the page's form. */
    public enum Input {
        REASON_CODE("reasonCode", Use.REQUIRED),
        NOTE("note", Use.REQUIRED),
        OPTIONAL_NOTE("note", Use.API_ONLY),
        /** Needed as well, but may be given with each outcome instead. */
        CLOSING_NOTE("note", Use.OPTIONAL),
        SUGGESTED_DESK("suggestedDesk", Use.OPTIONAL),
        QUESTION("question", Use.REQUIRED),
        ANSWER("answer", Use.REQUIRED),
        RESUME_BY("resumeBy", Use.REQUIRED),
        AUDIENCE("audience", Use.OPTIONAL),
        OUTCOMES("outcomes", Use.REQUIRED),
        VISIBLE_TO_CONSULTER("visibleToConsulter", Use.OPTIONAL),
        CONFIRM("confirm", Use.REQUIRED),
        ASSIGNEE("assignee", Use.API_ONLY),
        CONTACT("contact", Use.API_ONLY),
        EVENT("event", Use.API_ONLY),
        TARGET_DESK("targetDesk", Use.API_ONLY),
        BASIS("basis", Use.API_ONLY),
        ORIGINATOR_CONSENT("originatorConsent", Use.API_ONLY),
        DISCLOSED_DATA("disclosedData", Use.API_ONLY);

        private enum Use {
            REQUIRED,
            OPTIONAL,
            /** The API takes it; a page does not stop anybody for it. */
            API_ONLY
        }

        private final String member;
        private final Use use;

        Input(String member, Use use) {
            this.member = member;
            this.use = use;
        }

        public String member() {
            return member;
        }

        public boolean isRequired() {
            return use == Use.REQUIRED;
        }

        boolean isAskedOnPages() {
            return use != Use.API_ONLY;
        }
    }

    private static final Map<Class<?>, CommandType> BY_CLASS =
            Arrays.stream(values()).collect(Collectors.toMap(type -> type.blank.getClass(), Function.identity()));

    private final Command blank;
    private final @Nullable String eventName;
    private final Set<PartyRole> givers;
    private final Reasons reasons;
    private final List<Input> inputs;

    CommandType(Command blank, @Nullable String eventName, Set<PartyRole> givers, Input... inputs) {
        this(blank, eventName, givers, Reasons.NONE, List.of(inputs));
    }

    /** A command that gives a reason always asks for the reason and a note first. */
    CommandType(
            Command blank, @Nullable String eventName, Set<PartyRole> givers, Reasons reasons, Input... moreInputs) {
        this(
                blank,
                eventName,
                givers,
                reasons,
                Stream.concat(Stream.of(Input.REASON_CODE, Input.NOTE), Stream.of(moreInputs))
                        .toList());
    }

    CommandType(Command blank, @Nullable String eventName, Set<PartyRole> givers, Reasons reasons, List<Input> inputs) {
        this.blank = blank;
        this.eventName = eventName;
        this.givers = givers;
        this.reasons = reasons;
        this.inputs = inputs;
    }

    private static Set<PartyRole> by(PartyRole... givers) {
        return EnumSet.copyOf(List.of(givers));
    }

    static CommandType of(Command command) {
        CommandType type = BY_CLASS.get(command.getClass());
        if (type == null) {
            throw new IllegalStateException("no row in CommandType for " + command.getClass());
        }
        return type;
    }

    @Override
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Empty for what stays inside the origin: a discarded draft, and a draft that replaces a closed referral. */
    public Optional<String> eventName() {
        return Optional.ofNullable(eventName);
    }

    public Reasons reasons() {
        return reasons;
    }

    /** What the API takes with the command. */
    public List<Input> inputs() {
        return inputs;
    }

    /** What a page asks a person for; empty when pressing the button is enough. */
    public Set<String> formFields() {
        return inputs.stream().filter(Input::isAskedOnPages).map(Input::member).collect(Collectors.toSet());
    }

    /** Passing on needs a ground of its own and is done by the API; the timer has no pages. */
    public boolean isOnPages() {
        return this != FORWARD && !givers.equals(Set.of(SYSTEM_TIMER));
    }

    /** The command with everything missing that it asks for, see {@link AvailableCommands}. */
    Command blank() {
        return blank;
    }

    boolean isFor(Set<PartyRole> held) {
        return givers.stream().anyMatch(held::contains);
    }
}
