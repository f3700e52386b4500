package jp.tsunagi.council.website;

import io.quarkus.qute.TemplateData;
import java.util.List;
import java.util.Locale;
import jp.tsunagi.council.routingguide.GuideLine;
import jp.tsunagi.council.topic.TopicFields;
import jp.tsunagi.council.topic.TopicState;
import jp.tsunagi.council.topic.TopicStatus;
import jp.tsunagi.platform.code.Coded;
import jp.tsunagi.platform.language.Messages;
import jp.tsunagi.platform.page.Form;
import org.jspecify.annotations.Nullable;

/**
 * How a topic goes on, as the secretariat sees it.
 *
 * @param moves what can be done with it now
 * @param unsaved what was typed for a move that cannot be made any more; empty when nothing was
 * @param guides the versions of the routing guide that carry out what was decided on it
 * @param mayBeCarriedOut whether another version may be proposed for it
 * @param done what was just done; null when nothing was
 */
@TemplateData
record ProgressCard(
        List<MoveForm> moves,
        String unsaved,
        List<GuideLine> guides,
        boolean mayBeCarriedOut,
        @Nullable String done) {

    static ProgressCard of(TopicState state, List<GuideLine> guides, Form form) {
        List<MoveForm> moves = MoveForm.of(state);
        String unsaved = Coded.find(MoveForm.class, form.value("command"))
                .filter(asked -> form.isRefused() && !moves.contains(asked))
                .map(asked -> form.text(asked.field()).strip())
                .orElse("");
        return new ProgressCard(
                moves, unsaved, guides, TopicFields.of(state).status().isDecided(), null);
    }

    /** The same with a sentence about the state that was reached, if the topic is still in it. */
    ProgressCard after(@Nullable String reached, TopicStatus now, Locale locale) {
        WebsiteMessages messages = Messages.in(locale, WebsiteMessages.class);
        return now.code().equals(reached)
                ? new ProgressCard(moves, unsaved, guides, mayBeCarriedOut, messages.moved(messages.topicStatus(now)))
                : this;
    }
}
