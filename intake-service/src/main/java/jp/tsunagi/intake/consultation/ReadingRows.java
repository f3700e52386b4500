package jp.tsunagi.intake.consultation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;

/** The table of who looked at what last. */
@ApplicationScoped
class ReadingRows implements PanacheRepositoryBase<ReadingRow, ReadingRow.Key> {

    /** Two looks of one counsellor at once do no harm. */
    void store(UUID consultation, String reader, Instant at) {
        getEntityManager()
                .createNativeQuery("insert into reading (consultation_id, reader, at) values (?1, ?2, ?3)"
                        + " on conflict (consultation_id, reader) do update set at = excluded.at")
                .setParameter(1, consultation)
                .setParameter(2, reader)
                .setParameter(3, at)
                .executeUpdate();
    }
}
