package jp.tsunagi.council.website;

import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateData;
import java.util.Comparator;
import java.util.List;
import jp.tsunagi.council.publication.PublishedText;

/** A text with which a topic was published, as its readers see it. */
@TemplateData
record TextCard(PublishedText text) {

    /** Newest first. */
    static List<TextCard> of(List<PublishedText> texts) {
        return texts.stream()
                .sorted(Comparator.comparing(PublishedText::number).reversed())
                .map(TextCard::new)
                .toList();
    }

    /** @param level of the heading under which it stands */
    public RawString html(int level) {
        return Markdown.html(text.body(), level);
    }
}
