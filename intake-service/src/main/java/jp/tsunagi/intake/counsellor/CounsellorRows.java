package jp.tsunagi.intake.counsellor;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** The table of counsellors. */
@ApplicationScoped
class CounsellorRows implements PanacheRepositoryBase<CounsellorRow, CounsellorRow.Key> {

    List<CounsellorRow> findByAgency(String agency, Instant seenSince) {
        return list("key.agency = ?1 and seenAt >= ?2 order by name, key.account", agency, seenSince);
    }

    void remove(CounsellorRow.Key key) {
        deleteById(key);
    }

    /** Two pages that one counsellor opens at once store the same. */
    void upsert(CounsellorRow row) {
        getEntityManager()
                .createNativeQuery("insert into counsellor (agency, account, name, role, mail, seen_at)"
                        + " values (:agency, :account, :name, :role, cast(:mail as bytea), :seenAt)"
                        + " on conflict (agency, account) do update set name = excluded.name, role = excluded.role,"
                        + " mail = excluded.mail, seen_at = excluded.seen_at")
                .setParameter("agency", row.key.agency())
                .setParameter("account", row.key.account())
                .setParameter("name", row.name)
                .setParameter("role", row.role)
                .setParameter("mail", row.mail)
                .setParameter("seenAt", row.seenAt)
                .executeUpdate();
    }
}
