package jp.tsunagi.council.topic;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;

/** Announces topics when their embargo ends; readers see them at that instant by themselves. */
@ApplicationScoped
class TopicRelease {

    private final EditingTopics editing;

    TopicRelease(EditingTopics editing) {
        this.editing = editing;
    }

    @Scheduled(every = "10s", delayed = "30s", concurrentExecution = ConcurrentExecution.SKIP)
    void releaseDue() {
        editing.releaseDue();
    }
}
