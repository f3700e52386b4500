package jp.tsunagi.council.website;

import io.quarkus.qute.TemplateData;
import java.util.List;
import java.util.Locale;
import jp.tsunagi.council.publication.Finding;
import jp.tsunagi.council.publication.Review;
import jp.tsunagi.council.topic.Topic;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.language.Messages;
import jp.tsunagi.platform.page.Choice;
import org.jspecify.annotations.Nullable;

/**
 * Who wrote a topic, who asked to publish it, and whose turn it is, as the secretariat sees it.
 *
 * @param request null when nobody has asked
 * @param mayPublish whether the person who looks may be the second one
 * @param findings what the scan suspects, to be marked one by one
 */
@TemplateData
record ReviewCard(
        String textBy,
        @Nullable String noteBy,
        boolean noteHeldBack,
        Review.@Nullable Request request,
        boolean mayPublish,
        List<Choice> findings) {

    static ReviewCard of(Topic topic, Actor looking, Locale locale) {
        Review review = topic.review();
        return new ReviewCard(
                review.textBy(),
                review.noteBy(),
                topic.isNoteHeldBack(),
                review.request(),
                review.isSecondPerson(looking),
                choices(topic.findings(), locale));
    }

    static List<Choice> choices(List<Finding> findings, Locale locale) {
        WebsiteMessages messages = Messages.in(locale, WebsiteMessages.class);
        return findings.stream()
                .map(finding -> new Choice(finding.key(), label(finding, messages, locale)))
                .toList();
    }

    private static String label(Finding finding, WebsiteMessages messages, Locale locale) {
        String part = switch (finding.pointer()) {
            case "/title" -> messages.topicTitle();
            case "/note" -> messages.note();
            case "/reason" -> messages.correctionReason();
            default -> messages.topicBody();
        };
        String sentence = finding.problem().detail(locale).replace("%line%", Integer.toString(finding.line()));
        return messages.finding(part, sentence, finding.found());
    }
}
