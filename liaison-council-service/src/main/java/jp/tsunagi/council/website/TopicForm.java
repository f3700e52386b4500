package jp.tsunagi.council.website;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jp.tsunagi.council.CouncilProblem;
import jp.tsunagi.council.FourDigitYear;
import jp.tsunagi.council.publication.Correction;
import jp.tsunagi.council.publication.TakeDownReason;
import jp.tsunagi.council.publication.Visibility;
import jp.tsunagi.council.topic.Topic;
import jp.tsunagi.council.topic.TopicCommand.RequestCorrection;
import jp.tsunagi.council.topic.TopicCommand.RequestPublication;
import jp.tsunagi.council.topic.TopicCommand.TakeDown;
import jp.tsunagi.platform.code.Coded;
import jp.tsunagi.platform.http.Stored;
import jp.tsunagi.platform.http.Version;
import jp.tsunagi.platform.language.Messages;
import jp.tsunagi.platform.page.Choice;
import jp.tsunagi.platform.page.Form;
import jp.tsunagi.platform.page.JapanTime;
import jp.tsunagi.platform.problem.PlatformProblem;
import jp.tsunagi.platform.problem.Refusal;
import jp.tsunagi.platform.problem.Violation;
import jp.tsunagi.platform.problem.Violations;
import org.jspecify.annotations.Nullable;

/** Reads and fills the forms of the publishing pages. */
final class TopicForm {

    private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private TopicForm() {}

    static Topic.Text text(Form form) {
        String title = form.value("title").strip();
        // A browser sends the line ends of a textarea as CR LF.
        String body = form.text("body").strip();
        Violations violations = new Violations();
        checkText(violations, "/title", title, Topic.Text.MAX_TITLE, CouncilProblem.TITLE_MISSING);
        checkText(violations, "/body", body, Topic.Text.MAX_BODY, CouncilProblem.BODY_MISSING);
        violations.throwIfAny(PlatformProblem.INPUT_INVALID);
        return new Topic.Text(title, body);
    }

    static RequestCorrection correction(Form form) {
        Topic.Text text = text(form);
        String reason = form.text("reason").strip();
        String note = form.text("note").strip();
        Violations violations = new Violations();
        if (!note.isEmpty()) {
            checkText(violations, "/note", note, Correction.MAX_NOTE, CouncilProblem.BODY_MISSING);
        }
        checkText(violations, "/reason", reason, Correction.MAX_REASON, CouncilProblem.CORRECTION_REASON_MISSING);
        violations.throwIfAny(PlatformProblem.INPUT_INVALID);
        return new RequestCorrection(text, note.isEmpty() ? null : note, reason);
    }

    static TakeDown takeDown(Form form) {
        return Coded.find(TakeDownReason.class, form.value("reason"))
                .map(TakeDown::new)
                .orElseThrow(() -> new Refusal(CouncilProblem.TAKE_DOWN_REASON_MISSING).at("/reason"));
    }

    static RequestPublication request(Form form) {
        Visibility visibility = Coded.find(Visibility.class, form.value("visibility"))
                .filter(circle -> circle != Visibility.INTERNAL)
                .orElseThrow(() -> new Refusal(CouncilProblem.VISIBILITY_MISSING).at("/visibility"));
        return new RequestPublication(
                visibility, embargo(form.value("embargoUntil").strip()));
    }

    static long version(Form form) {
        return Version.required(form.value("version"));
    }

    /** Fills in the stored text and its version, whatever was typed there. */
    static Form withText(Form form, Stored<Topic> stored) {
        return form.with(fields(stored));
    }

    /** The stored text and its version, as the form holds them before anybody types. */
    static Map<String, String> fields(Stored<Topic> stored) {
        Topic.Text text = stored.value().proposal().text();
        return Map.of("title", text.title(), "body", text.body(), Form.VERSION, Long.toString(stored.version()));
    }

    /** The circles that can be asked for: wider ones, and the present one for a note that waits. */
    static List<Choice> circles(Topic topic, Locale locale) {
        if (topic.publication().isWithheld()) {
            return List.of();
        }
        Visibility now = topic.publication().visibility();
        WebsiteMessages messages = Messages.in(locale, WebsiteMessages.class);
        return Arrays.stream(Visibility.values())
                .filter(circle -> circle.isWiderThan(now) || (circle == now && topic.isNoteHeldBack()))
                .map(circle -> new Choice(circle.code(), messages.circle(circle)))
                .toList();
    }

    private static @Nullable Instant embargo(String typed) {
        if (typed.isEmpty()) {
            return null;
        }
        try {
            Instant embargo = LocalDateTime.parse(typed.replace('T', ' '), TYPED)
                    .atZone(JapanTime.ZONE)
                    .toInstant();
            if (FourDigitYear.Check.isFourDigits(embargo)) {
                return embargo;
            }
            throw new Refusal(CouncilProblem.EMBARGO_MALFORMED).at("/embargoUntil");
        } catch (DateTimeParseException notAMoment) {
            throw new Refusal(CouncilProblem.EMBARGO_MALFORMED).at("/embargoUntil");
        }
    }

    private static void checkText(
            Violations violations, String pointer, String text, int max, CouncilProblem whenMissing) {
        if (text.isEmpty()) {
            violations.add(pointer, whenMissing);
        } else if (text.length() > max) {
            violations.add(new Violation(pointer, CouncilProblem.TEXT_TOO_LONG).with("max", max));
        } else if (text.indexOf('\0') >= 0) {
            violations.add(pointer, PlatformProblem.TEXT_NOT_STORABLE);
        }
    }
}
