package jp.tsunagi.intake.removal;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jp.tsunagi.intake.submission.ContentUrl;
import jp.tsunagi.intake.submission.ContentUrls;
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

    /** The same as they were typed and are passed on. */
    public List<ContentUrl> findUrls(UUID consultation, DataKey key) {
        return findByConsultation(consultation, key).stream().map(Target::url).toList();
    }

    /**
     * Adds those of the places that the case does not have, as long as there is room.
     *
     * @param before what it has
     * @return what was added
     */
    public List<ContentUrl> add(
            UUID consultation, List<ContentUrl> before, List<ContentUrl> urls, Actor by, DataKey key, Instant now) {
        List<ContentUrl> storable = urls.stream().filter(ContentUrl::isStorable).toList();
        List<ContentUrl> added = ContentUrls.merged(before, storable).stream()
                .limit(MAX_COUNT)
                .filter(url -> !before.contains(url))
                .toList();
        int position = before.size();
        for (ContentUrl url : added) {
            TargetRow row = new TargetRow();
            row.id = Ids.next();
            row.consultationId = consultation;
            row.position = position++;
            row.url = requireNonNull(key.seal(url.typed(), row.id.toString(), "url"));
            row.namedBy = by.name();
            row.namedAt = now;
            pending.insert(row);
        }
        return added;
    }

    private static ContentUrl url(TargetRow row, DataKey key) {
        return ContentUrl.of(requireNonNull(key.open(row.url, row.id.toString(), "url")));
    }
}
