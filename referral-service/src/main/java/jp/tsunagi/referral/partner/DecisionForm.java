package jp.tsunagi.referral.partner;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import jp.tsunagi.platform.page.Choice;
import jp.tsunagi.platform.page.Form;
import jp.tsunagi.platform.problem.Refusal;
import jp.tsunagi.platform.problem.Refusal.Kind;
import jp.tsunagi.referral.CodeWords;
import jp.tsunagi.referral.desk.Desk;
import jp.tsunagi.referral.handover.Command;
import jp.tsunagi.referral.handover.Reason;
import jp.tsunagi.referral.handover.Result;
import jp.tsunagi.referral.handover.Verb;

/**
 * What a decision asks of the person who makes it, on a page without scripts.
 *
 * @param asks names of the fields to show; none when one press of the button is enough
 */
record DecisionForm(
        Verb verb,
        Set<String> asks,
        List<Choice> reasons,
        List<Choice> outcomes,
        List<Choice> audiences,
        List<Choice> desks) {

    private static final int LONGEST = 4000;

    static DecisionForm of(Verb verb, List<Desk> desks, String lang) {
        CodeWords words = words(lang);
        return new DecisionForm(
                verb,
                asks(verb),
                choices(reasons(verb).stream().sorted().map(Reason::wire).toList(), words, CodeWords::reason),
                choices(Stream.of(Result.values()).map(Result::wire).toList(), words, CodeWords::outcome),
                choices(List.of("agency", "consulter", "internal"), words, CodeWords::audience),
                desks.stream()
                        .map(desk -> new Choice(desk.code(), "en".equals(lang) ? desk.nameEn() : desk.nameJa()))
                        .toList());
    }

    boolean isOnePress() {
        return asks.isEmpty();
    }

    static CodeWords words(String lang) {
        return "en".equals(lang)
                ? MessageBundles.get(CodeWords.class, Localized.Literal.of("en"))
                : MessageBundles.get(CodeWords.class);
    }

    /** What can be done on a page at all; passing on needs a ground of its own and is done by the API. */
    static boolean isOnPages(Verb verb) {
        return verb != Verb.FORWARD && verb != Verb.ESCALATE && verb != Verb.EXPIRE;
    }

    static Set<String> asks(Verb verb) {
        return switch (verb) {
            case REJECT, DECLINE_AFTER_ACCEPT -> Set.of("reasonCode", "note", "suggestedDesk");
            case WITHDRAW, FAIL, OFFER_RETURN, REQUEST_CANCEL, RECALL -> Set.of("reasonCode", "note");
            case HOLD -> Set.of("reasonCode", "note", "resumeBy");
            case ASK_INFORMATION -> Set.of("question");
            case SUPPLY_INFORMATION -> Set.of("answer");
            case REPORT_PROGRESS -> Set.of("note", "audience");
            case COMPLETE -> Set.of("outcomes", "note", "visibleToConsulter");
            case REFUSE_CANCEL, RE_OPEN -> Set.of("note");
            case MARK_IN_ERROR -> Set.of("note", "confirm");
            case ACKNOWLEDGE, ACCEPT, START, RESUME, ACCEPT_RETURN, CONFIRM_CANCEL, SEND, DISCARD -> Set.of();
            case FORWARD, ESCALATE, EXPIRE -> Set.of();
        };
    }

    private static Set<Reason> reasons(Verb verb) {
        return switch (verb) {
            case REJECT, DECLINE_AFTER_ACCEPT, OFFER_RETURN -> Reason.REJECTING;
            case WITHDRAW, REQUEST_CANCEL, RECALL -> Reason.WITHDRAWING;
            case FAIL -> Reason.FAILING;
            case HOLD -> Reason.HOLDING;
            default -> Set.of();
        };
    }

    private static List<Choice> choices(
            Collection<String> codes, CodeWords words, BiFunction<CodeWords, String, String> label) {
        return codes.stream()
                .map(code -> new Choice(code, label.apply(words, code)))
                .toList();
    }

    /** What was typed, as the API would have been told it. */
    static CommandRequest read(Form form) {
        return new CommandRequest(
                Reason.of(form.value("reasonCode")).orElse(null),
                text(form, "note"),
                orNull(form.value("suggestedDesk")),
                text(form, "question"),
                text(form, "answer"),
                null,
                null,
                day(form),
                audience(form.value("audience")),
                null,
                form.values("outcomes").stream()
                        .flatMap(code -> Result.of(code).stream())
                        .map(code -> new CommandRequest.Outcome(code, null))
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
            throw new Refusal(Kind.UNMET, "input-invalid", "文が長すぎます。", "The text is too long.")
                    .at("/" + field, "size", "4000字までにしてください。", "At most 4000 characters.");
        }
        return orNull(typed);
    }

    private static LocalDate day(Form form) {
        String typed = form.value("resumeBy").strip();
        try {
            return typed.isEmpty() ? null : LocalDate.parse(typed);
        } catch (DateTimeParseException notADay) {
            throw new Refusal(Kind.UNMET, "input-invalid", "日付の形を確かめてください。", "Check the date.")
                    .at("/resumeBy", "date", "2026-12-01 のように入れてください。", "Write it as 2026-12-01.");
        }
    }

    private static Command.Audience audience(String typed) {
        return Stream.of(Command.Audience.values())
                .filter(audience -> audience.wire().equals(typed))
                .findFirst()
                .orElse(null);
    }

    private static UUID id(String typed) {
        return typed.strip().matches("[0-9a-fA-F-]{36}") ? UUID.fromString(typed.strip()) : null;
    }

    private static String orNull(String typed) {
        return typed.isBlank() ? null : typed;
    }
}
