package jp.tsunagi.platform.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.tsunagi.platform.commit.PendingRows;
import jp.tsunagi.platform.correlation.Correlation;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.identity.Roles;
import org.jspecify.annotations.Nullable;

/** The audit's table. It is only inserted into, so it needs no entity. */
@ApplicationScoped
class AuditRows {

    private static final PendingRows.Kind ROW = new PendingRows.Kind(
            "audited",
            "insert into audit (at, actor, agency, roles, action, object, result, reason, request_id, occurrences) values ",
            "(?::timestamptz, ?, ?, string_to_array(?, ' '), ?, ?, ?, ?, ?, ?)",
            "");

    private final EntityManager entities;
    private final PendingRows pending;
    private final Clock clock;

    AuditRows(EntityManager entities, PendingRows pending, Clock clock) {
        this.entities = entities;
        this.pending = pending;
        this.clock = clock;
    }

    void insert(Actor who, String action, String object, String result, @Nullable String reason, int occurrences) {
        String roles = who.roles().stream().filter(Roles.ALL::contains).sorted().collect(Collectors.joining(" "));
        pending.add(
                ROW,
                clock.instant().toString(),
                who.id(),
                who.agency(),
                roles,
                action,
                object,
                result,
                reason,
                Correlation.current(),
                occurrences);
    }

    /** The last link of the chain (audit_link in V0_1__platform.sql), for example {@code 1234 9f86d0…}. */
    Optional<String> findChainHead() {
        return entities.createNativeQuery("""
                        select position || ' ' || encode(hash, 'hex') from audit_chain order by position desc limit 1
                        """, String.class).getResultStream().findFirst();
    }
}
