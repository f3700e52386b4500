package jp.tsunagi.council.topic;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import jp.tsunagi.council.membership.Memberships;
import jp.tsunagi.council.membership.Standing;
import jp.tsunagi.council.topic.Topics.Decision;
import jp.tsunagi.platform.idempotency.Idempotency;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.problem.Refusal;
import jp.tsunagi.platform.problem.Refusal.Kind;
import jp.tsunagi.platform.time.Ids;

/** Proposing, correcting, publishing and moving topics, once per key: the same for the API and for the pages. */
@ApplicationScoped
class EditingTopics {

    private final Topics topics;
    private final Memberships memberships;
    private final Idempotency idempotency;
    private final Clock clock;

    EditingTopics(Topics topics, Memberships memberships, Idempotency idempotency, Clock clock) {
        this.topics = topics;
        this.memberships = memberships;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    /** A request that may arrive twice: who sends it, under which key, and how success is answered. */
    record Once(Actor by, String key, Function<StoredTopic, Response> answer) {}

    /** What somebody wants the council to talk about, in their own words. */
    record Draft(String title, String body) {}

    record Release(Visibility visibility, Instant embargoUntil) {}

    @Transactional
    Response propose(Once once, Draft draft) {
        return idempotency.once(once.by().id(), once.key(), draft, () -> {
            checkMayPropose(once.by());
            Instant now = clock.instant();
            var proposal = new Topic.Proposal(
                    Ids.next(), draft.title(), draft.body(), once.by().agency(), now);
            return once.answer().apply(topics.add(new Topic.Proposed(proposal, now), once.by()));
        });
    }

    @Transactional
    StoredTopic revise(UUID id, long version, Actor by, Draft draft) {
        topics.get(id, reader(by));
        return topics.change(new Decision(id, version, by, "revise"), (row, now) -> {
            checkMayRevise(by, row.proposerAgency);
            row.title = Topic.revised(row.topic().proposal(), row.publication(), draft.title(), draft.body())
                    .title();
            row.body = draft.body();
        });
    }

    @Transactional
    Response publish(Once once, UUID id, long version, Release release) {
        return idempotency.once(once.by().id(), once.key(), new Asked("publish", id, version, release), () -> {
            topics.get(id, reader(once.by()));
            var published = topics.change(new Decision(id, version, once.by(), "publish"), (row, now) -> {
                row.store(row.publication()
                        .publish(release.visibility(), release.embargoUntil(), TopicStatus.of(row.topic()), now));
                PersonalDataScan.check(texts(row));
            });
            return once.answer().apply(published);
        });
    }

    /** What publishing would refuse, said before anybody presses the button. */
    void rehearse(StoredTopic stored, Release release) {
        stored.publication().publish(release.visibility(), release.embargoUntil(), stored.status(), clock.instant());
        var row = new TopicRow();
        row.store(stored.topic());
        PersonalDataScan.check(texts(row));
    }

    @Transactional
    Response move(Once once, UUID id, long version, Topic.Command command) {
        String action = command.getClass().getSimpleName().toLowerCase(Locale.ROOT);
        return idempotency.once(once.by().id(), once.key(), new Asked(action, id, version, command), () -> {
            topics.get(id, reader(once.by()));
            var moved = topics.change(new Decision(id, version, once.by(), action), (row, now) -> {
                row.store(row.topic().on(command, now));
                if (row.publication().isPublished()) {
                    PersonalDataScan.check(texts(row));
                }
            });
            return once.answer().apply(moved);
        });
    }

    /** Tells the world about topics whose embargo has ended; returns how many. */
    @Transactional
    int releaseDue() {
        var due = topics.due(clock.instant());
        due.forEach(stored -> topics.change(
                new Decision(stored.topic().proposal().id(), stored.version(), Actor.system("council"), "release"),
                (row, now) -> row.store(row.publication().announce())));
        return due.size();
    }

    Reader reader(Actor actor) {
        return Reader.of(memberships.standing(actor), actor);
    }

    private void checkMayPropose(Actor by) {
        if (memberships.standing(by).compareTo(Standing.MEMBER) < 0) {
            throw new Refusal(
                    Kind.FORBIDDEN,
                    "not-a-member",
                    "テーマを提案できるのは、いま席のある参加機関と事務局です。",
                    "Only organisations with a member's seat today and the secretariat propose topics.");
        }
    }

    private static void checkMayRevise(Actor by, String proposerAgency) {
        if (!by.hasRole("secretariat") && !by.belongsTo(proposerAgency)) {
            throw new Refusal(
                    Kind.FORBIDDEN,
                    "topic-not-yours",
                    "文を直せるのは、提案した機関と事務局です。",
                    "Only the proposing agency and the secretariat may correct it.");
        }
    }

    private static Map<String, String> texts(TopicRow row) {
        var texts = new LinkedHashMap<String, String>();
        texts.put("/title", row.title);
        texts.put("/body", row.body);
        texts.put("/note", row.note);
        return texts;
    }

    /** What a key stands for: the same key with anything else is refused. */
    private record Asked(String action, UUID topic, long version, Object what) {}
}
