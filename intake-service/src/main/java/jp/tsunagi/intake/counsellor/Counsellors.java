package jp.tsunagi.intake.counsellor;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import jp.tsunagi.intake.submission.MailAddress;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.identity.Roles;
import jp.tsunagi.platform.sealing.FieldEncryption;
import org.jspecify.annotations.Nullable;

/** The counsellors of each agency, as they were when they were last at the desk. Accounts themselves are Keycloak's. */
@ApplicationScoped
public class Counsellors {

    /** Somebody who has left does not come to the desk again, and a case given to them would be lost. */
    private static final Duration AWAY = Duration.ofDays(30);

    /** How exactly it is known when somebody was at the desk: nothing is written for every page that they open. */
    private static final Duration EXACTLY = Duration.ofDays(1);

    private final CounsellorRows rows;
    private final FieldEncryption encryption;
    private final Clock clock;

    Counsellors(CounsellorRows rows, FieldEncryption encryption, Clock clock) {
        this.rows = rows;
        this.encryption = encryption;
        this.clock = clock;
    }

    /** Those of the agency who may be given a case, by name. */
    public List<Counsellor> findByAgency(String agency) {
        return rows.findByAgency(agency, clock.instant().minus(AWAY)).stream()
                .map(CounsellorRow::toDomain)
                .toList();
    }

    /** One of those who may be given a case. */
    public Optional<Counsellor> find(String agency, String account) {
        return rows.findByIdOptional(new CounsellorRow.Key(agency, account))
                .filter(row -> !row.seenAt.isBefore(clock.instant().minus(AWAY)))
                .map(CounsellorRow::toDomain);
    }

    /** Where a counsellor is told of news; empty for an account without an address. */
    public Optional<String> address(String agency, String account) {
        CounsellorRow.Key key = new CounsellorRow.Key(agency, account);
        return rows.findByIdOptional(key)
                .flatMap(row -> Optional.ofNullable(row.mail).map(bytes -> open(key, bytes)));
    }

    /** Somebody is at the desk of an agency. Whoever may no longer take a case there is no longer named. */
    void visited(Actor by, Optional<String> mail) {
        CounsellorRow.Key key = new CounsellorRow.Key(by.agency(), by.id());
        if (!by.hasAnyRole(Roles.COUNSELLOR, Roles.SUPERVISOR)) {
            rows.remove(key);
            return;
        }
        String role = by.hasRole(Roles.SUPERVISOR) ? Roles.SUPERVISOR : Roles.COUNSELLOR;
        String address = mail.flatMap(MailAddress::read).map(MailAddress::value).orElse(null);
        Instant now = clock.instant();
        boolean isKnown = rows.findByIdOptional(key)
                .filter(row -> row.name.equals(by.name())
                        && row.role.equals(role)
                        && Objects.equals(row.mail == null ? null : open(key, row.mail), address)
                        && row.seenAt.isAfter(now.minus(EXACTLY)))
                .isPresent();
        if (!isKnown) {
            rows.upsert(row(key, by.name(), role, address, now));
        }
    }

    private CounsellorRow row(CounsellorRow.Key key, String name, String role, @Nullable String address, Instant now) {
        CounsellorRow row = new CounsellorRow();
        row.key = key;
        row.name = name;
        row.role = role;
        row.mail = address == null ? null : encryption.seal(address, context(key));
        row.seenAt = now;
        return row;
    }

    private String open(CounsellorRow.Key key, byte[] sealed) {
        return encryption.open(sealed, context(key));
    }

    private static String context(CounsellorRow.Key key) {
        return "counsellor/" + key.agency() + "/" + key.account() + "/mail";
    }
}
