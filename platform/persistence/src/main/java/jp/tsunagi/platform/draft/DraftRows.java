package jp.tsunagi.platform.draft;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The table of drafts. */
@ApplicationScoped
class DraftRows implements PanacheRepositoryBase<DraftRow, DraftRow.Key> {

    Optional<DraftRow> findKept(String client, String name, Instant since) {
        return find("client = ?1 and name = ?2 and keptAt > ?3 and sealed is not null", client, name, since)
                .firstResultOptional();
    }

    /** Does nothing for a form that was sent: a draft may arrive after it. */
    void keep(String client, String name, String formKey, byte[] sealed, Instant now) {
        write("""
                insert into draft (client, name, form_key, sealed, kept_at) values (?1, ?2, ?3, ?4, ?5)
                on conflict (client, name) do update
                   set form_key = excluded.form_key, sealed = excluded.sealed, kept_at = excluded.kept_at
                 where draft.sealed is not null or draft.form_key <> excluded.form_key
                """, client, name, formKey, sealed, now);
    }

    void forget(String client, String name, String formKey, Instant now) {
        write("""
                insert into draft (client, name, form_key, sealed, kept_at) values (?1, ?2, ?3, cast(?4 as bytea), ?5)
                on conflict (client, name) do update
                   set form_key = excluded.form_key, sealed = null, kept_at = excluded.kept_at
                """, client, name, formKey, null, now);
    }

    void deleteBeyond(String client, int most) {
        getEntityManager()
                .createNativeQuery("""
                        delete from draft where client = ?1 and name not in (
                            select name from draft where client = ?1 order by kept_at desc limit ?2)
                        """)
                .setParameter(1, client)
                .setParameter(2, most)
                .executeUpdate();
    }

    private void write(
            String statement, String client, String name, String formKey, byte @Nullable [] sealed, Instant now) {
        getEntityManager()
                .createNativeQuery(statement)
                .setParameter(1, client)
                .setParameter(2, name)
                .setParameter(3, formKey)
                .setParameter(4, sealed)
                .setParameter(5, now)
                .executeUpdate();
    }
}
