package jp.tsunagi.referral.portal;

import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jp.tsunagi.platform.code.Coded;
import jp.tsunagi.platform.language.Messages;
import jp.tsunagi.platform.page.Choice;
import jp.tsunagi.platform.page.Form;
import jp.tsunagi.platform.problem.PlatformProblem;
import jp.tsunagi.platform.problem.Refusal;
import jp.tsunagi.referral.ReferralProblem;
import jp.tsunagi.referral.decision.CommandRequest;
import jp.tsunagi.referral.decision.CommandRequest.AcceptInput;
import jp.tsunagi.referral.decision.CommandRequest.Achieved;
import jp.tsunagi.referral.decision.CommandRequest.AcknowledgeInput;
import jp.tsunagi.referral.decision.CommandRequest.AnswerInput;
import jp.tsunagi.referral.decision.CommandRequest.CompleteInput;
import jp.tsunagi.referral.decision.CommandRequest.ForwardInput;
import jp.tsunagi.referral.decision.CommandRequest.HoldInput;
import jp.tsunagi.referral.decision.CommandRequest.MarkInErrorInput;
import jp.tsunagi.referral.decision.CommandRequest.NoInput;
import jp.tsunagi.referral.decision.CommandRequest.NoteInput;
import jp.tsunagi.referral.decision.CommandRequest.ProgressInput;
import jp.tsunagi.referral.decision.CommandRequest.QuestionInput;
import jp.tsunagi.referral.decision.CommandRequest.ReasonInput;
import jp.tsunagi.referral.decision.CommandRequest.RejectInput;
import jp.tsunagi.referral.decision.CommandRequest.SendInput;
import jp.tsunagi.referral.decision.CommandShape;
import jp.tsunagi.referral.desk.Desk;
import jp.tsunagi.referral.lifecycle.Command;
import jp.tsunagi.referral.lifecycle.Command.Audience;
import jp.tsunagi.referral.lifecycle.CommandType;
import jp.tsunagi.vocabulary.CodeMessages;
import jp.tsunagi.vocabulary.DeliveryChannel;
import jp.tsunagi.vocabulary.Outcome;
import jp.tsunagi.vocabulary.ReasonCode;
import org.jspecify.annotations.Nullable;

/**
 * What a decision asks of the person who makes it, on a page without scripts.
 *
 * @param fields names of the fields to show; none when one press of the button is enough
 */
record DecisionForm(
        CommandType command,
        Set<String> fields,
        List<Choice> reasons,
        List<Choice> outcomes,
        List<Choice> audiences,
        List<Choice> channels,
        List<Choice> desks) {

    private static final Set<String> TEXTS = Set.of("question", "answer", "note");

    private static final Pattern ID = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    /** What else the API would take with these, a page does not ask. */
    private static final Set<CommandShape> ONE_PRESS = EnumSet.of(CommandShape.ACCEPT, CommandShape.SEND);

    static DecisionForm of(CommandShape shape, boolean carried, List<Desk> desks, Locale locale) {
        CodeMessages shared = Messages.in(locale, CodeMessages.class);
        LifecycleMessages own = Messages.in(locale, LifecycleMessages.class);
        return new DecisionForm(
                shape.type(),
                fields(shape, carried),
                choices(shape.type().reasons().codes(), shared::reasonCode),
                choices(List.of(Outcome.values()), shared::outcome),
                choices(List.of(Audience.AGENCY, Audience.CONSULTER, Audience.INTERNAL), own::audience),
                choices(List.of(DeliveryChannel.values()), shared::deliveryChannel),
                desks.stream()
                        .map(desk -> new Choice(desk.code(), desk.name(locale)))
                        .toList());
    }

    boolean isOnePress() {
        return fields.isEmpty();
    }

    /** Whether something is written in it that would be a loss. */
    public boolean isWritten() {
        return fields.stream().anyMatch(TEXTS::contains);
    }

    private static <C extends Coded> List<Choice> choices(Collection<C> codes, Function<C, String> label) {
        return codes.stream()
                .map(code -> new Choice(code.code(), label.apply(code)))
                .toList();
    }

    /** Passing on needs a ground of its own, for which there is no form: only the API does it. */
    static boolean isOnPages(CommandShape shape) {
        return shape != CommandShape.FORWARD;
    }

    /**
     * The members of the body, of which the template shows those that it has an input for.
     *
     * @param carried whether the origin speaks for a desk outside the platform
     */
    static Set<String> fields(CommandShape shape, boolean carried) {
        boolean speaksItself = shape == CommandShape.ACKNOWLEDGE && !carried;
        return speaksItself || ONE_PRESS.contains(shape)
                ? Set.of()
                : Arrays.stream(shape.body().getRecordComponents())
                        .map(RecordComponent::getName)
                        .collect(Collectors.toSet());
    }

    /** What was typed, as the API would have received it. */
    static CommandRequest read(CommandShape shape, Form form) {
        return switch (shape) {
            case DISCARD, START, RESUME, ACCEPT_RETURN, CONFIRM_CANCEL -> new NoInput();
            case ACKNOWLEDGE ->
                new AcknowledgeInput(
                        Coded.find(DeliveryChannel.class, form.value("channel")).orElse(null), text(form, "takenBy"));
            case ACCEPT -> new AcceptInput(null, null, null);
            case SEND -> new SendInput(null, null);
            case FORWARD -> new ForwardInput(null, null, null);
            case WITHDRAW, FAIL, OFFER_RETURN, REQUEST_CANCEL, RECALL -> new ReasonInput(reason(form), note(form));
            case REJECT, DECLINE_AFTER_ACCEPT ->
                new RejectInput(reason(form), note(form), orNull(form.value("suggestedDesk")));
            case HOLD -> new HoldInput(reason(form), note(form), day(form));
            case REFUSE_CANCEL, RE_OPEN, APPROVE, DECLINE_APPROVAL -> new NoteInput(note(form));
            case ASK_INFORMATION -> new QuestionInput(text(form, "question"));
            case SUPPLY_INFORMATION -> new AnswerInput(text(form, "answer"));
            case REPORT_PROGRESS -> new ProgressInput(note(form), audience(form), null);
            case COMPLETE -> new CompleteInput(outcomes(form), note(form), form.chosen("visibleToConsulter", "yes"));
            case MARK_IN_ERROR -> new MarkInErrorInput(note(form), id(form));
        };
    }

    private static @Nullable ReasonCode reason(Form form) {
        return Coded.find(ReasonCode.class, form.value("reasonCode")).orElse(null);
    }

    private static @Nullable Audience audience(Form form) {
        return Coded.find(Audience.class, form.value("audience")).orElse(null);
    }

    private static List<Achieved> outcomes(Form form) {
        return form.codes("outcomes", Outcome.class).stream()
                .map(code -> new Achieved(code, null))
                .toList();
    }

    private static @Nullable String note(Form form) {
        return text(form, "note");
    }

    private static @Nullable String text(Form form, String field) {
        String typed = form.value(field);
        if (typed.length() > Command.MAX_NOTE) {
            throw new Refusal(PlatformProblem.INPUT_INVALID).at("/" + field, PlatformProblem.SIZE);
        }
        return orNull(typed);
    }

    private static @Nullable LocalDate day(Form form) {
        String typed = form.value("resumeBy").strip();
        try {
            return typed.isEmpty() ? null : LocalDate.parse(typed);
        } catch (DateTimeParseException notADay) {
            throw ReferralProblem.DATE_MALFORMED.at("/resumeBy");
        }
    }

    private static @Nullable UUID id(Form form) {
        String typed = form.value("confirm").strip();
        return ID.matcher(typed).matches() ? UUID.fromString(typed) : null;
    }

    private static @Nullable String orNull(String typed) {
        return typed.isBlank() ? null : typed;
    }
}
