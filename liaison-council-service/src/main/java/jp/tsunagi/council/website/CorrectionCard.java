package jp.tsunagi.council.website;

import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateData;
import java.util.List;
import java.util.Locale;
import jp.tsunagi.council.publication.Correction;
import jp.tsunagi.council.topic.Topic;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.page.Choice;
import org.jspecify.annotations.Nullable;

/**
 * A corrected text that waits for a second person.
 *
 * @param mayPublish whether the person who looks may be the second one
 * @param findings what the scan suspects, to be marked one by one
 */
@TemplateData
record CorrectionCard(Correction asked, boolean mayPublish, List<Choice> findings) {

    static @Nullable CorrectionCard of(Topic topic, Actor looking, Locale locale) {
        Correction asked = topic.review().correction();
        return asked == null
                ? null
                : new CorrectionCard(
                        asked, topic.review().mayCorrect(looking), ReviewCard.choices(asked.findings(), locale));
    }

    /** @param level of the heading under which it stands */
    public RawString html(int level) {
        return Markdown.html(asked.body(), level);
    }
}
