package jp.tsunagi.council.topic;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import jp.tsunagi.platform.http.Stored;
import jp.tsunagi.platform.identity.Actor;

/** Tells the other services of topics when their embargo ends; readers see them from that instant without it. */
@ApplicationScoped
class EmbargoScheduler {

    private final Topics topics;
    private final Clock clock;

    EmbargoScheduler(Topics topics, Clock clock) {
        this.topics = topics;
        this.clock = clock;
    }

    @Scheduled(every = "10s", delayed = "30s", concurrentExecution = ConcurrentExecution.SKIP)
    @Transactional
    void releaseDue() {
        Instant now = clock.instant();
        var release = new TopicCommand.Release();
        for (Stored<Topic> due : topics.findUnannounced(now)) {
            topics.change(due.value().proposal().id(), due.version(), release, Actor.system("council"), now);
        }
    }
}
