package jp.tsunagi.council.topic;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import jp.tsunagi.council.publication.Publication;
import jp.tsunagi.council.publication.Review;
import jp.tsunagi.platform.identity.Actor;

/** Topics in every state, and the people around them. */
final class TopicFixtures {

    static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
    static final LocalDate MEETING = LocalDate.parse("2026-12-04");

    private TopicFixtures() {}

    static Actor secretariat() {
        return new Actor("ito", "伊藤真", "IHAHO", Set.of("secretariat"));
    }

    static Actor secondPerson() {
        return new Actor("hayashi", "伊藤真", "IHAHO", Set.of("secretariat"));
    }

    static Actor memberOf(String agency) {
        return new Actor("member", "構成員", agency, Set.of("council-member"));
    }

    static Topic aTopic(TopicState state) {
        return new Topic(
                new Topic.Proposal(
                        UUID.fromString("0199c0de-0000-7000-8000-000000000003"),
                        new Topic.Text("青少年が巻き込まれるトラブル", "学校の外の掲示板での被害"),
                        "SIA",
                        NOW),
                state,
                Publication.internal(),
                new Review("member", null, true, null));
    }

    static List<TopicState> oneOfEachState() {
        return List.of(
                new TopicState.Proposed(NOW),
                new TopicState.Adopted(NOW),
                new TopicState.Scheduled(NOW, MEETING),
                new TopicState.Discussed(NOW, MEETING),
                new TopicState.Decided(NOW, MEETING, "窓口の一覧を直す"),
                new TopicState.CarriedOver(NOW, MEETING, "数がそろわない"),
                new TopicState.Closed(NOW, MEETING, "窓口の一覧を直す"),
                new TopicState.Declined(NOW, "ほかの議題と同じ"),
                new TopicState.Withdrawn(NOW, "解決した"));
    }

    static List<TopicCommand.Transition> oneOfEachTransition() {
        return List.of(
                new TopicCommand.Adopt(),
                new TopicCommand.Schedule(MEETING),
                new TopicCommand.Discuss(),
                new TopicCommand.Decide("窓口の一覧を直す"),
                new TopicCommand.CarryOver("数がそろわない"),
                new TopicCommand.Close(),
                new TopicCommand.Decline("ほかの議題と同じ"),
                new TopicCommand.Withdraw("解決した"));
    }
}
