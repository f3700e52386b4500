package jp.tsunagi.platform.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Optional;
import jp.tsunagi.platform.correlation.Correlation;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.identity.Roles;
import org.jspecify.annotations.Nullable;

/** The audit's table. It is only inserted into, so it needs no entity. */
@ApplicationScoped
class AuditRows {

    private final EntityManager entities;
    private final Clock clock;

    AuditRows(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    void insert(Actor who, String action, String object, String result, @Nullable String reason, int occurrences) {
        entities.createNativeQuery("""
                        insert into audit (at, actor, agency, roles, action, object, result, reason, request_id, occurrences)
                        values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
                        """)
                .setParameter(1, clock.instant())
                .setParameter(2, who.id())
                .setParameter(3, who.agency())
                .setParameter(
                        4,
                        who.roles().stream()
                                .filter(Roles.ALL::contains)
                                .sorted()
                                .toArray(String[]::new))
                .setParameter(5, action)
                .setParameter(6, object)
                .setParameter(7, result)
                .setParameter(8, reason)
                .setParameter(9, Correlation.current())
                .setParameter(10, occurrences)
                .executeUpdate();
    }

    /** The last link of the chain (audit_link in V0_1__platform.sql), for example {@code 1234 9f86d0…}. */
    Optional<String> findChainHead() {
        return entities.createNativeQuery("""
                        select position || ' ' || encode(hash, 'hex') from audit_chain order by position desc limit 1
                        """, String.class).getResultStream().findFirst();
    }
}
