package jp.tsunagi.referral.portal;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
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

    private static final int LONGEST = 4000;

    static DecisionForm of(CommandType type, List<Desk> desks, Locale locale) {
        CodeMessages shared = Messages.in(locale, CodeMessages.class);
        LifecycleMessages own = Messages.in(locale, LifecycleMessages.class);
        return new DecisionForm(
                type,
                fields(type),
                choices(type.reasons().codes(), shared::reasonCode),
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

    /** Names of what a page asks for; empty when pressing the button is enough, whatever else the API would take. */
    static Set<String> fields(CommandType type) {
        return switch (CommandShape.of(type).empty()) {
            case NoInput _, AcceptInput _, SendInput _, ForwardInput _ -> Set.of();
            case ReasonInput _ -> Set.of("reasonCode", "note");
            case RejectInput _ -> Set.of("reasonCode", "note", "suggestedDesk");
            case HoldInput _ -> Set.of("reasonCode", "note", "resumeBy");
            case NoteInput _ -> Set.of("note");
            case QuestionInput _ -> Set.of("question");
            case AnswerInput _ -> Set.of("answer");
            case ProgressInput _ -> Set.of("note", "audience");
            case CompleteInput _ -> Set.of("outcomes", "note", "visibleToConsulter");
            case MarkInErrorInput _ -> Set.of("note", "confirm");
        };
    }

    /** What was typed, as the API would have been told it. */
    static CommandRequest read(CommandType type, Form form) {
        CommandRequest empty = CommandShape.of(type).empty();
        return switch (empty) {
            case NoInput _, AcceptInput _, SendInput _, ForwardInput _ -> empty;
            case ReasonInput _ -> new ReasonInput(reason(form), text(form, "note"));
            case RejectInput _ ->
                new RejectInput(reason(form), text(form, "note"), orNull(form.value("suggestedDesk")));
            case HoldInput _ -> new HoldInput(reason(form), text(form, "note"), day(form));
            case NoteInput _ -> new NoteInput(text(form, "note"));
            case QuestionInput _ -> new QuestionInput(text(form, "question"));
            case AnswerInput _ -> new AnswerInput(text(form, "answer"));
            case ProgressInput _ -> new ProgressInput(text(form, "note"), audience(form), null);
            case CompleteInput _ ->
                new CompleteInput(outcomes(form), text(form, "note"), form.chosen("visibleToConsulter", "yes"));
            case MarkInErrorInput _ -> new MarkInErrorInput(text(form, "note"), id(form.value("confirm")));
        };
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
        if (typed.length() > LONGEST) {
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
