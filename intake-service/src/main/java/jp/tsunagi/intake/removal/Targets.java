package jp.tsunagi.intake.removal;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jp.tsunagi.intake.submission.ContentUrl;
import jp.tsunagi.platform.commit.PendingRows;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.sealing.DataKey;
import jp.tsunagi.platform.time.Ids;

/** The places that cases are about, sealed with the key of their consultation; added and read, never changed. */
@ApplicationScoped
public class Targets {

    /** Of one case. More than anybody looks through one by one; a list that long is evidence and belongs into a file. */
    public static final int MAX_COUNT = 200;

    private final TargetRows rows;
    private final PendingRows pending;

    Targets(TargetRows rows, PendingRows pending) {
        this.rows = rows;
        this.pending = pending;
    }

    /** In the order in which they were named. */
    public List<Target> findByConsultation(UUID consultation, DataKey key) {
        return rows.findByConsultation(consultation).stream()
                .map(row -> new Target(row.id, url(row, key), row.namedBy, row.namedAt))
                .toList();
    }

    /**
     * Adds places that the case does not have.
     *
     * @param before how many it has
     */
    public void add(UUID consultation, int before, List<ContentUrl> urls, Actor by, DataKey key, Instant now) {
        int position = before;
        for (ContentUrl url : urls) {
            TargetRow row = new TargetRow();
            row.id = Ids.next();
            row.consultationId = consultation;
            row.position = position++;
            row.url = requireNonNull(key.seal(url.typed(), row.id.toString(), "url"));
            row.namedBy = by.name();
            row.namedAt = now;
            pending.insert(row);
        }
    }

    private static ContentUrl url(TargetRow row, DataKey key) {
        return ContentUrl.of(requireNonNull(key.open(row.url, row.id.toString(), "url")));
    }
}
