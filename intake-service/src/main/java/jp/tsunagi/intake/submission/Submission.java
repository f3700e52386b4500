package jp.tsunagi.intake.submission;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import jp.tsunagi.platform.problem.Refusal;
import jp.tsunagi.platform.problem.Refusal.Kind;

/**
 * What a consulter tells us, checked. Only the text is required: nobody has to say who they are.
 *
 * @param callName how to address them, empty when they did not say; need not be a real name
 * @param contact where to send "there is news", empty for nobody
 * @param prefecture where they live, empty when they did not say
 */
public record Submission(
        Wish wish,
        Narrative narrative,
        ConsulterType consulterType,
        AgeBand ageBand,
        Set<Category> categories,
        List<ContentUrl> urls,
        Danger danger,
        String callName,
        Optional<MailAddress> contact,
        String prefecture) {

    static final int MAX_NAME = 100;

    public Submission {
        categories = Collections.unmodifiableSet(new LinkedHashSet<>(categories));
        urls = List.copyOf(urls);
    }

    /** The same, unchecked, as a form or a machine sent it; null means not said. */
    public record Typed(
            String wish,
            String text,
            String consulterType,
            String ageBand,
            List<String> categories,
            List<String> urls,
            String danger,
            String callName,
            String contactMail,
            String prefecture) {}

    /** Somebody who received a claim instead of being harmed. */
    public boolean isRespondentSide() {
        return consulterType == ConsulterType.RESPONDENT;
    }

    /** Checks everything and names every place that is wrong at once, so that nobody has to try five times. */
    public static Submission read(Typed typed) {
        Reading reading = new Reading();
        Submission read = new Submission(
                reading.code("/wish", typed.wish(), Wish::of).orElse(Wish.UNSURE),
                reading.narrative(typed.text()),
                reading.code("/consulterType", typed.consulterType(), ConsulterType::of)
                        .orElse(ConsulterType.VICTIM_SELF),
                reading.code("/ageBand", typed.ageBand(), AgeBand::of).orElse(AgeBand.UNKNOWN),
                reading.categories(typed.categories()),
                reading.urls(typed.urls(), typed.text()),
                reading.code("/danger", typed.danger(), Danger::of).orElse(Danger.UNKNOWN),
                reading.line("/callName", typed.callName()),
                reading.mail(typed.contactMail()),
                reading.line("/prefecture", typed.prefecture()));
        reading.refuseIfWrong();
        return read;
    }

    /** Checks a text that stands alone: an answer, or what the consulter writes back. */
    public static Narrative readText(String text) {
        Reading reading = new Reading();
        Narrative read = reading.narrative(text);
        reading.refuseIfWrong();
        return read;
    }

    /** Collects what is wrong while reading; every value it hands out after an error is discarded. */
    private static final class Reading {

        private final List<Refusal.Pointed> wrong = new ArrayList<>();

        void refuseIfWrong() {
            if (wrong.isEmpty()) {
                return;
            }
            Refusal.Pointed first = wrong.getFirst();
            Refusal refusal = new Refusal(Kind.INVALID, first.code(), first.ja(), first.en());
            wrong.forEach(error -> refusal.at(error.pointer(), error.code(), error.ja(), error.en()));
            throw refusal;
        }

        private void wrong(String pointer, String code, String ja, String en) {
            wrong.add(new Refusal.Pointed(pointer, code, ja, en));
        }

        Narrative narrative(String text) {
            Optional<Narrative.Problem> problem = Narrative.problem(text);
            problem.ifPresent(found -> {
                switch (found) {
                    case MISSING ->
                        wrong(
                                "/text",
                                "text-missing",
                                "何が起きたかを書いてください。短くてもかまいません。",
                                "Tell us what happened; a few words are enough.");
                    case TOO_LONG ->
                        wrong(
                                "/text",
                                "text-too-long",
                                "文章が長すぎます。1万文字までにしてください。続きは相談ポストから送れます。",
                                "The text is too long: up to 10,000 characters. You can send more from your mailbox.");
                    case UNREADABLE -> unreadable("/text");
                }
            });
            return problem.isPresent() ? new Narrative("-") : new Narrative(text);
        }

        <T> Optional<T> code(String pointer, String code, Function<String, Optional<T>> of) {
            if (code == null || code.isEmpty()) {
                return Optional.empty();
            }
            Optional<T> known = of.apply(code);
            if (known.isEmpty()) {
                wrong(
                        pointer,
                        "value-unknown",
                        "選べるものの中から選んでください。",
                        "Choose one of the values listed in the API description.");
            }
            return known;
        }

        Set<Category> categories(List<String> codes) {
            Set<Category> known = new LinkedHashSet<>();
            for (int i = 0; codes != null && i < codes.size(); i++) {
                code("/categories/" + i, codes.get(i), Category::of).ifPresent(known::add);
            }
            return known;
        }

        List<ContentUrl> urls(List<String> typed, String text) {
            List<ContentUrl> given = new ArrayList<>();
            for (int i = 0; typed != null && i < typed.size(); i++) {
                String field = typed.get(i);
                if (Narrative.isBlank(field)) {
                    continue;
                }
                List<ContentUrl> found = Narrative.isReadable(field) ? ContentUrls.inField(field) : List.of();
                if (found.isEmpty()
                        || found.stream().anyMatch(url -> url.typed().length() > ContentUrl.MAX_LENGTH)) {
                    wrong(
                            "/urls/" + i,
                            "url-format",
                            "「https://」からはじまるURLを入れてください。わからないときは空のままでかまいません。",
                            "Enter a URL starting with https://, or leave it empty.");
                }
                given.addAll(found);
            }
            boolean hasReadableText = text != null && text.length() <= 2 * Narrative.MAX_CODE_POINTS;
            List<ContentUrl> all = ContentUrls.merged(given, hasReadableText ? ContentUrls.inText(text) : List.of());
            if (all.size() > ContentUrls.MAX_COUNT) {
                wrong(
                        "/urls",
                        "too-many-urls",
                        "URLは50件までにしてください。続きは相談ポストから送れます。",
                        "Up to 50 URLs; you can send more from your mailbox.");
            }
            return all;
        }

        String line(String pointer, String typed) {
            if (Narrative.isBlank(typed)) {
                return "";
            }
            if (!Narrative.isReadable(typed) || typed.codePoints().anyMatch(Character::isISOControl)) {
                unreadable(pointer);
                return "";
            }
            if (typed.codePointCount(0, typed.length()) > MAX_NAME) {
                wrong(pointer, "too-long", "100文字までにしてください。", "Up to 100 characters.");
            }
            return typed;
        }

        Optional<MailAddress> mail(String typed) {
            if (Narrative.isBlank(typed)) {
                return Optional.empty();
            }
            Optional<MailAddress> address = MailAddress.read(typed);
            if (address.isEmpty()) {
                wrong(
                        "/contactMail",
                        "mail-format",
                        "メールアドレスの形を確かめてください。例: name@example.com",
                        "Check the mail address, for example name@example.com.");
            }
            return address;
        }

        private void unreadable(String pointer) {
            wrong(
                    pointer,
                    "text-not-storable",
                    "読み取れない文字が入っています。コピーし直すか、書き直してください。",
                    "There are characters that cannot be read: please type them again.");
        }
    }
}
