package jp.tsunagi.referral.portal;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
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
import jp.tsunagi.referral.decision.CommandRequest.AnswerInput;
import jp.tsunagi.referral.decision.CommandRequest.CompleteInput;
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
        List<Choice> desks) {

    static DecisionForm of(CommandShape shape, List<Desk> desks, Locale locale) {
        CodeMessages shared = Messages.in(locale, CodeMessages.class);
        LifecycleMessages own = Messages.in(locale, LifecycleMessages.class);
        return new DecisionForm(
                shape.type(),
                fields(shape),
                choices(shape.type().reasons().codes(), shared::reasonCode),
                choices(List.of(Outcome.values()), shared::outcome),
                choices(List.of(Audience.AGENCY, Audience.CONSULTER, Audience.INTERNAL), own::audience),
                desks.stream()
                        .map(desk -> new Choice(desk.code(), desk.name(locale)))
                        .toList());
    }

    boolean isOnePress() {
        return fields.isEmpty();
    }

    private static <C extends Coded> List<Choice> choices(Collection<C> codes, Function<C, String> label) {
        return codes.stream()
                .map(code -> new Choice(code.code(), label.apply(code)))
                .toList();
    }

    static boolean isOnPages(CommandShape shape) {
        return questions(shape).isPresent();
    }

    /** Names of what a page asks for; empty when pressing the button is enough, whatever else the API would take. */
    static Set<String> fields(CommandShape shape) {
        return questions(shape).map(Questions::fields).orElse(Set.of());
    }

    /** What was typed, as the API would have received it. */
    static CommandRequest read(CommandShape shape, Form form) {
        return questions(shape).orElseThrow().read.apply(form);
    }

    /** The fields that a page shows, and how what was typed into them becomes the request. */
    private record Questions(Set<String> fields, Function<Form, CommandRequest> read) {}

    private static Optional<Questions> questions(CommandShape shape) {
        return switch (shape) {
            case DISCARD, ACKNOWLEDGE, START, RESUME, ACCEPT_RETURN, CONFIRM_CANCEL -> ask(_ -> new NoInput());
            case ACCEPT -> ask(_ -> new AcceptInput(null, null, null));
            case SEND -> ask(_ -> new SendInput(null, null));
            // Passing on needs a ground of its own, for which there is no form: only the API does it.
            case FORWARD -> Optional.empty();
            case WITHDRAW, FAIL, OFFER_RETURN, REQUEST_CANCEL, RECALL ->
                ask(form -> new ReasonInput(reason(form), text(form, "note")), "reasonCode", "note");
            case REJECT, DECLINE_AFTER_ACCEPT ->
                ask(
                        form -> new RejectInput(reason(form), text(form, "note"), orNull(form.value("suggestedDesk"))),
                        "reasonCode",
                        "note",
                        "suggestedDesk");
            case HOLD ->
                ask(
                        form -> new HoldInput(reason(form), text(form, "note"), day(form)),
                        "reasonCode",
                        "note",
                        "resumeBy");
            case REFUSE_CANCEL, RE_OPEN -> ask(form -> new NoteInput(text(form, "note")), "note");
            case ASK_INFORMATION -> ask(form -> new QuestionInput(text(form, "question")), "question");
            case SUPPLY_INFORMATION -> ask(form -> new AnswerInput(text(form, "answer")), "answer");
            case REPORT_PROGRESS ->
                ask(form -> new ProgressInput(text(form, "note"), audience(form), null), "note", "audience");
            case COMPLETE ->
                ask(
                        form -> new CompleteInput(
                                outcomes(form), text(form, "note"), form.chosen("visibleToConsulter", "yes")),
                        "outcomes",
                        "note",
                        "visibleToConsulter");
            case MARK_IN_ERROR ->
                ask(form -> new MarkInErrorInput(text(form, "note"), id(form.value("confirm"))), "note", "confirm");
        };
    }

    private static Optional<Questions> ask(Function<Form, CommandRequest> read, String... fields) {
        return Optional.of(new Questions(Set.of(fields), read));
    }

    private static @Nullable ReasonCode reason(Form form) {
        return Coded.find(ReasonCode.class, form.value("reasonCode")).orElse(null);
    }

    private static @Nullable Audience audience(Form form) {
        return Coded.find(Audience.class, form.value("audience")).orElse(null);
    }

    private static List<Achieved> outcomes(Form form) {
        return form.values("outcomes").stream()
                .flatMap(code -> Coded.find(Outcome.class, code).stream())
                .map(code -> new Achieved(code, null))
                .toList();
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

    private static @Nullable UUID id(String typed) {
        return typed.strip().matches("[0-9a-fA-F-]{36}") ? UUID.fromString(typed.strip()) : null;
    }

    private static @Nullable String orNull(String typed) {
        return typed.isBlank() ? null : typed;
    }
}
