package jp.tsunagi.council.topic;

import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import jp.tsunagi.council.topic.EditingTopics.Draft;
import jp.tsunagi.council.topic.EditingTopics.Release;
import jp.tsunagi.platform.http.Version;
import jp.tsunagi.platform.page.Choice;
import jp.tsunagi.platform.page.Form;
import jp.tsunagi.platform.page.JapanTime;
import jp.tsunagi.platform.problem.Refusal;
import jp.tsunagi.platform.problem.Refusal.Kind;

/** Reads what the secretariat typed into the forms of the publishing pages. */
final class TopicForm {

    private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private TopicForm() {}

    static Draft draft(Form form) {
        String title = form.value("title").strip();
        // A browser sends the line ends of a textarea as CR LF.
        String body = form.value("body").replace("\r\n", "\n").strip();
        var refusal = new Refusal(Kind.INVALID, "input-invalid", "入力に誤りがあります。", "Some of the input is not right.");
        require(refusal, "/title", title, 120, "テーマの名前を入れてください。", "Give the topic a name.");
        require(refusal, "/body", body, 10_000, "状況と論点を書いてください。", "Describe the situation and the questions.");
        if (!refusal.errors().isEmpty()) {
            throw refusal;
        }
        return new Draft(title, body);
    }

    static Release release(Form form) {
        Visibility visibility = Arrays.stream(Visibility.values())
                .filter(circle -> circle != Visibility.INTERNAL)
                .filter(circle -> circle.wire().equals(form.value("visibility")))
                .findFirst()
                .orElseThrow(() -> invalid("/visibility", "だれが読めるようにするかを選んでください。", "Choose who may read it."));
        return new Release(visibility, embargo(form.value("embargoUntil").strip()));
    }

    static long version(Form form) {
        return Version.required(form.value("version"));
    }

    static List<Choice> circlesWiderThan(Visibility now, String lang) {
        return Arrays.stream(Visibility.values())
                .filter(circle -> circle.isWiderThan(now))
                .map(circle -> new Choice(circle.wire(), circle.label(lang)))
                .toList();
    }

    /** Pages answer what is wrong with a form by the form itself; a stale version keeps its own status. */
    static Response refused(Refusal refusal, TemplateInstance page) {
        int status = refusal.kind() == Kind.INVALID ? 422 : refusal.kind().status();
        return Response.status(status).entity(page).build();
    }

    private static Instant embargo(String typed) {
        if (typed.isEmpty()) {
            return null;
        }
        try {
            return LocalDateTime.parse(typed.replace('T', ' '), TYPED)
                    .atZone(JapanTime.ZONE)
                    .toInstant();
        } catch (DateTimeParseException notAMoment) {
            throw invalid(
                    "/embargoUntil", "日時は「2026-12-01 10:00」のように書いてください。", "Write the time like 2026-12-01 10:00.");
        }
    }

    private static void require(Refusal refusal, String pointer, String text, int max, String ja, String en) {
        if (text.isEmpty()) {
            refusal.at(pointer, "missing", ja, en);
        } else if (text.length() > max) {
            refusal.at(pointer, "too-long", max + "字までにしてください。", "Up to " + max + " characters.");
        } else if (text.indexOf('\0') >= 0) {
            refusal.at(pointer, "text-not-storable", "使えない文字が含まれています。", "The text holds a NUL character.");
        }
    }

    private static Refusal invalid(String pointer, String ja, String en) {
        return new Refusal(Kind.INVALID, "input-invalid", ja, en).at(pointer, "invalid", ja, en);
    }
}
