package jp.tsunagi.council.report;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import jp.tsunagi.council.projection.StatisticsProjection;

/** Publishes each month once it is closed, from the first one that an event was about. */
@ApplicationScoped
class EditionScheduler {

    private final Editions editions;
    private final StatisticsProjection projection;
    private final StatisticsSettings settings;
    private final Clock clock;

    EditionScheduler(Editions editions, StatisticsProjection projection, StatisticsSettings settings, Clock clock) {
        this.editions = editions;
        this.projection = projection;
        this.settings = settings;
        this.clock = clock;
    }

    /** Waits after a start, because events of the time when the service was down may still come in. */
    @Scheduled(every = "1h", delayed = "10m", concurrentExecution = ConcurrentExecution.SKIP)
    @Transactional
    void publishClosed() {
        Instant now = clock.instant();
        projection
                .firstMonth()
                .ifPresent(first -> Months.lastTwelve(now).stream()
                        .filter(month -> !month.isBefore(first))
                        .filter(month -> Months.isClosed(month, settings.margin(), now))
                        .forEach(month -> editions.publish(month, now)));
    }
}
