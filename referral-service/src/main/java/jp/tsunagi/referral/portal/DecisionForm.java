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
import jp.tsunagi.referral.desk.Desk;
import jp.tsunagi.referral.lifecycle.Command.Audience;
import jp.tsunagi.referral.lifecycle.CommandType;
import jp.tsunagi.vocabulary.CodeMessages;
import jp.tsunagi.vocabulary.Outcome;
import jp.tsunagi.vocabulary.ReasonCode;

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
                type.formFields(),
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

    /** What was typed, as the API would have been told it. */
    static CommandRequest read(Form form) {
        return new CommandRequest(
                Coded.find(ReasonCode.class, form.value("reasonCode")).orElse(null),
                text(form, "note"),
                orNull(form.value("suggestedDesk")),
                text(form, "question"),
                text(form, "answer"),
                null,
                null,
                day(form),
                Coded.find(Audience.class, form.value("audience")).orElse(null),
                null,
                form.values("outcomes").stream()
                        .flatMap(code -> Coded.find(Outcome.class, code).stream())
                        .map(code -> new CommandRequest.Achieved(code, null))
                        .toList(),
                form.chosen("visibleToConsulter", "yes"),
                id(form.value("confirm")),
                null,
                null,
                null,
                null);
    }

    private static String text(Form form, String field) {
        String typed = form.value(field);
        if (typed.length() > LONGEST) {
            throw new Refusal(PlatformProblem.INPUT_INVALID).at("/" + field, PlatformProblem.SIZE);
        }
        return orNull(typed);
    }

    private static LocalDate day(Form form) {
        String typed = form.value("resumeBy").strip();
        try {
            return typed.isEmpty() ? null : LocalDate.parse(typed);
        } catch (DateTimeParseException notADay) {
            throw ReferralProblem.DATE_MALFORMED.at("/resumeBy");
        }
    }

    private static UUID id(String typed) {
        return typed.strip().matches("[0-9a-fA-F-]{36}") ? UUID.fromString(typed.strip()) : null;
    }

    private static String orNull(String typed) {
        return typed.isBlank() ? null : typed;
    }
}
