package jp.tsunagi.intake.handover;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagi.platform.audit.Audit;
import jp.tsunagi.platform.code.Coded;
import jp.tsunagi.platform.http.CursorPage;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.paging.Cursors;
import jp.tsunagi.platform.problem.PlatformProblem;
import jp.tsunagi.platform.problem.Refusal;
import jp.tsunagi.platform.problem.Violation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Everything that an agency handed over, so that nothing of it is without somebody who sees to it. */
@ApplicationScoped
public class ReferralList {

    private final ReferralRows rows;
    private final Cursors cursors;
    private final Audit audit;

    ReferralList(ReferralRows rows, Cursors cursors, Audit audit) {
        this.rows = rows;
        this.cursors = cursors;
        this.audit = audit;
    }

    /** Which hand-overs are asked for. */
    @Schema(name = "ReferralListView")
    public enum View implements Coded {
        /** Nobody has said yet that it arrived. */
        UNDELIVERED("r.attention = UNDELIVERED"),
        /** The desk has asked something and waits. */
        QUESTION("r.attention = QUESTION"),
        /** The desk has said no and the case has not been looked at since. */
        RETURNED("c.status = RETURNED and r.attention = RETURNED"),
        OPEN("r.open = true"),
        ENDED("r.open = false");

        private final String condition;
        private final String code = Coded.kebab(name());

        View(String condition) {
            this.condition = condition;
        }

        @Override
        public String code() {
            return code;
        }

        String condition() {
            return condition;
        }

        /** Reads what a caller asked for; nothing is everything that is open. */
        public static View read(@Nullable String code) {
            if (code == null || code.isEmpty()) {
                return OPEN;
            }
            return Coded.find(View.class, code)
                    .orElseThrow(() -> new Refusal(
                            PlatformProblem.INPUT_INVALID,
                            List.of(new Violation("/view", PlatformProblem.VALUE_UNKNOWN)
                                    .with("allowed", Coded.codes(View.class)))));
        }
    }

    /**
     * One hand-over in the list.
     *
     * @param consultationId the case, with its receipt number
     */
    @Schema(name = "ReferralLine")
    public record Line(UUID consultationId, String receiptNumber, Referral referral) {}

    /**
     * A mark of a case in the queue.
     *
     * @param referralId the hand-over that it is about; the one with the newest news when there are several
     */
    @Schema(name = "QueueBadge")
    public record Badge(Referral.Attention why, UUID referralId) {}

    /** Where a page of the list ended. */
    record Position(Instant requestedAt, UUID id) {

        static Position read(String written) {
            String[] parts = written.split(" ");
            return new Position(Instant.parse(parts[0]), UUID.fromString(parts[1]));
        }

        String written() {
            return requestedAt + " " + id;
        }
    }

    /** One page for the reader's agency, the longest waiting first; that somebody looked is audited. */
    public CursorPage<Line> list(Actor reader, View view, @Nullable String cursor, int size) {
        String agency = reader.agency();
        audit.record(reader, "referral.list", "agency/" + agency, null);
        String scope = "referrals " + agency + " " + view.code();
        Optional<Position> after =
                Optional.ofNullable(cursor).map(given -> Position.read(cursors.decode(scope, given)));
        return CursorPage.of(
                rows.page(agency, view, after, size + 1),
                size,
                line -> line,
                line -> cursors.encode(
                        scope,
                        new Position(
                                        line.referral().request().requestedAt(),
                                        line.referral().id())
                                .written()));
    }

    /** The marks of those of these cases that have any: what is in the first three views, asked for by one query. */
    public Map<UUID, List<Badge>> badges(Collection<UUID> consultations) {
        return consultations.isEmpty() ? Map.of() : rows.findBadges(consultations);
    }

    /** How many lines the list has. */
    public long count(Actor reader, View view) {
        return rows.count(reader.agency(), view);
    }
}
