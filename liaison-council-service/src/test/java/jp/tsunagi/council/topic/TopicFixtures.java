package jp.tsunagi.council.topic;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import jp.tsunagi.council.topic.Topic.Command;
import jp.tsunagi.council.topic.Topic.Proposal;
import jp.tsunagi.platform.identity.Actor;

/** Topics in every state, and the people around them. */
final class TopicFixtures {

    static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
    static final LocalDate MEETING = LocalDate.parse("2026-12-04");

    private TopicFixtures() {}

    static Actor secretariat() {
        return new Actor("ito", "伊藤真", "IHAHO", Set.of("secretariat"));
    }

    static Actor memberOf(String agency) {
        return new Actor("member", "構成員", agency, Set.of("council-member"));
    }

    static Proposal aProposal() {
        return new Proposal(
                UUID.fromString("0199c0de-0000-7000-8000-000000000003"), "青少年が巻き込まれるトラブル", "学校の外の掲示板での被害", "SIA", NOW);
    }

    static List<Topic> oneOfEachState() {
        Proposal p = aProposal();
        return List.of(
                new Topic.Proposed(p, NOW),
                new Topic.Adopted(p, NOW),
                new Topic.Scheduled(p, NOW, MEETING),
                new Topic.Discussed(p, NOW, MEETING),
                new Topic.Decided(p, NOW, MEETING, "窓口の一覧を直す"),
                new Topic.CarriedOver(p, NOW, MEETING, "数がそろわない"),
                new Topic.Closed(p, NOW, MEETING, "窓口の一覧を直す"),
                new Topic.Declined(p, NOW, "ほかのテーマと同じ"),
                new Topic.Withdrawn(p, NOW, "解決した"));
    }

    static List<Command> oneOfEachCommand(Actor by) {
        return List.of(
                new Command.Adopt(by),
                new Command.Schedule(by, MEETING),
                new Command.Discuss(by),
                new Command.Decide(by, "窓口の一覧を直す"),
                new Command.CarryOver(by, "数がそろわない"),
                new Command.Close(by),
                new Command.Decline(by, "ほかのテーマと同じ"),
                new Command.Withdraw(by, "解決した"));
    }
}
