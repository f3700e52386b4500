package jp.tsunagi.council.routingguide;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagi.council.CouncilProblem;
import jp.tsunagi.platform.http.Version;
import jp.tsunagi.platform.page.Form;
import jp.tsunagi.platform.problem.PlatformProblem;
import jp.tsunagi.platform.problem.Violation;
import jp.tsunagi.platform.problem.Violations;

/** Reads the forms of the routing guide's pages. */
final class GuideForm {

    private GuideForm() {}

    static RoutingGuide.Content content(Form form) {
        Violations violations = new Violations();
        Optional<UUID> topic = id(form.value("topicId"));
        Optional<LocalDate> day = day(form.value("effectiveFrom").strip());
        String text = form.text("text");
        violations
                .addIf(topic.isEmpty(), "/topicId", CouncilProblem.GUIDE_TOPIC_MISSING)
                .addIf(day.isEmpty(), "/effectiveFrom", CouncilProblem.EFFECTIVE_DATE_MALFORMED)
                .addIf(text.isBlank(), "/text", CouncilProblem.GUIDE_TEXT_MISSING);
        checkLength(violations, "/text", text, RoutingGuide.MAX_TEXT);
        violations.throwIfAny(PlatformProblem.INPUT_INVALID);
        return new RoutingGuide.Content(topic.orElseThrow(), text, day.orElseThrow());
    }

    static GuideCommand.Withdraw withdrawal(Form form) {
        Violations violations = new Violations();
        String reason = form.text("reason").strip();
        violations.addIf(reason.isEmpty(), "/reason", CouncilProblem.WITHDRAWAL_REASON_MISSING);
        checkLength(violations, "/reason", reason, GuideCommand.Withdraw.MAX_REASON);
        violations.throwIfAny(PlatformProblem.INPUT_INVALID);
        return new GuideCommand.Withdraw(reason);
    }

    static long version(Form form) {
        return Version.required(form.value(Form.VERSION));
    }

    private static void checkLength(Violations violations, String pointer, String text, int max) {
        if (text.length() > max) {
            violations.add(new Violation(pointer, CouncilProblem.TEXT_TOO_LONG).with("max", max));
        }
    }

    private static Optional<UUID> id(String chosen) {
        try {
            return Optional.of(UUID.fromString(chosen));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> day(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed));
        } catch (DateTimeParseException noDay) {
            return Optional.empty();
        }
    }
}
