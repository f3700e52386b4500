package jp.tsunagi.intake.ruleset;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import jp.tsunagi.intake.triage.InvalidRules;
import jp.tsunagi.intake.triage.RuleSet;
import jp.tsunagi.intake.triage.Triage;
import jp.tsunagi.platform.page.JapanTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Follows the council's routing guide: of those that have taken effect, the one with the highest number that this release
 * can follow. Each instance looks for itself, so that all of them change with the day.
 */
@ApplicationScoped
class RuleSets {

    private static final Logger LOG = Logger.getLogger(RuleSets.class);

    /** What a page shows of the past. */
    private static final int MOST = 50;

    private final RoutingGuideRows guides;
    private final RuleSetChangeRows changes;
    private final Triage triage;
    private final Clock clock;

    /** The guides in effect when this instance looked last; null before it looked. */
    private volatile @Nullable List<UUID> seen;

    RuleSets(RoutingGuideRows guides, RuleSetChangeRows changes, Triage triage, Clock clock) {
        this.guides = guides;
        this.changes = changes;
        this.triage = triage;
        this.clock = clock;
    }

    /**
     * A version of the routing guide.
     *
     * @param topicId the council topic whose decision it carries out
     * @param refusal null when this release can follow it
     */
    @Schema(name = "RoutingGuide")
    record Guide(
            int number,
            UUID topicId,
            LocalDate effectiveFrom,
            Instant adoptedAt,
            @Nullable NotFollowed refusal) {}

    /**
     * Why this release does not follow a guide.
     *
     * @param line of its text, the first is 1
     * @param reason in English, for whoever writes rules
     */
    @Schema(name = "RoutingGuideRefusal")
    record NotFollowed(int line, String reason) {}

    /**
     * Rules came into force.
     *
     * @param version of the whole set
     * @param guide the number of its routing guide, 0 for the one of the release
     */
    @Schema(name = "RuleSetChange")
    record Change(String version, int guide, Instant inForceFrom) {}

    /**
     * Keeps a guide that the council adopted, and says at once when this release cannot follow it. One that is told again
     * is the same; another one with its number comes from a council that began anew, and takes its place.
     */
    void add(RoutingGuideRow adopted) {
        RoutingGuideRow known = guides.findById(adopted.number);
        if (known != null && known.id.equals(adopted.id)) {
            return;
        }
        if (known != null) {
            LOG.warnf("another routing guide %d takes the place of the one that was known", adopted.number);
            guides.delete(known);
            guides.flush();
            seen = null;
        }
        adopted.receivedAt = clock.instant();
        read(adopted);
        guides.persist(adopted);
    }

    /** The newest first, those of the future too. */
    List<Guide> guides() {
        return guides.findAllNewestFirst().stream()
                .map(row -> new Guide(
                        row.number,
                        row.topicId,
                        row.effectiveFrom,
                        row.adoptedAt,
                        row.refusedLine == null || row.refusedReason == null
                                ? null
                                : new NotFollowed(row.refusedLine, row.refusedReason)))
                .toList();
    }

    /** The newest first. */
    List<Change> history() {
        return changes.findNewest(MOST).stream()
                .map(row -> new Change(row.version, row.guide, row.inForceFrom))
                .toList();
    }

    /** Before the first consultation is read. */
    void onStart(@Observes StartupEvent started) {
        QuarkusTransaction.requiringNew().run(this::follow);
    }

    @Scheduled(every = "${tsunagi.intake.guide-every:5s}", concurrentExecution = ConcurrentExecution.SKIP)
    @Transactional
    void follow() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), JapanTime.ZONE);
        List<UUID> inEffect = guides.findEffectiveIds(today);
        if (inEffect.equals(seen)) {
            return;
        }
        RuleSet set = guides.findEffective(today).stream()
                .map(this::read)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(triage::ofTheRelease);
        triage.follow(set);
        note(set);
        seen = inEffect;
    }

    private @Nullable RuleSet read(RoutingGuideRow row) {
        try {
            RuleSet set = triage.check(triage.ofTheRelease().text(), row.toDomain());
            row.storeTaken();
            return set;
        } catch (InvalidRules refused) {
            LOG.errorf("routing guide %d is not followed: %s", row.number, refused.getMessage());
            row.storeRefusal(refused);
            return null;
        }
    }

    /** Another instance may have noted it. */
    private void note(RuleSet set) {
        if (changes.findLast()
                .filter(last -> last.version.equals(set.version()))
                .isPresent()) {
            return;
        }
        RuleSetChangeRow change = new RuleSetChangeRow();
        change.inForceFrom = clock.instant().truncatedTo(ChronoUnit.MICROS);
        change.version = set.version();
        change.guide = set.guide().number();
        changes.persist(change);
    }
}
