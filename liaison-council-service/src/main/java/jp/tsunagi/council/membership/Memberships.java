package jp.tsunagi.council.membership;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.tsunagi.council.membership.Seat.Role;
import jp.tsunagi.platform.audit.Audit;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.problem.Refusal;
import jp.tsunagi.platform.problem.Refusal.Kind;
import jp.tsunagi.platform.time.Ids;

/** Who sits on the council, with its history: rights follow the seat of the day (security.md R8.11). */
@ApplicationScoped
public class Memberships {

    /** A seat of the council begins and ends with a day in Japan. */
    static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

    private final EntityManager records;
    private final Audit audit;
    private final Clock clock;

    Memberships(EntityManager records, Audit audit, Clock clock) {
        this.records = records;
        this.audit = audit;
        this.clock = clock;
    }

    /** Where this list comes from and of which day it is. */
    public record Origin(String source, LocalDate asOf) {}

    /** A list of seats as somebody wrote it down. */
    record SeatList(Origin origin, List<Seat> seats) {}

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), JAPAN);
    }

    public List<Seat> heldOn(LocalDate day) {
        return all().stream().filter(seat -> seat.isHeldOn(day)).toList();
    }

    /** Seats of all times, in the order of their roles and names. */
    List<Seat> all() {
        return records.createQuery("from SeatRow s order by s.role, s.organisation, s.from", SeatRow.class)
                .getResultStream()
                .map(SeatRow::seat)
                .toList();
    }

    public Optional<Origin> latestOrigin() {
        return records.createQuery("from SeatRow s order by s.asOf desc, s.id desc", SeatRow.class)
                .setMaxResults(1)
                .getResultStream()
                .map(row -> new Origin(row.source, row.asOf))
                .findFirst();
    }

    /** How near somebody stands today: the role in the token is not enough without the organisation's seat. */
    public Standing standing(Actor actor) {
        if (actor.hasRole("secretariat")) {
            return Standing.SECRETARIAT;
        }
        var roles = heldOn(today()).stream()
                .filter(seat -> actor.belongsTo(seat.agency()))
                .map(Seat::role)
                .toList();
        if (actor.hasRole("council-member") && (roles.contains(Role.MEMBER) || roles.contains(Role.SECRETARIAT))) {
            return Standing.MEMBER;
        }
        return actor.hasRole("observer") && !roles.isEmpty() && !roles.equals(List.of(Role.GUEST))
                ? Standing.OBSERVER
                : Standing.NONE;
    }

    boolean isEmpty() {
        return records.createQuery("select count(s) from SeatRow s", Long.class).getSingleResult() == 0;
    }

    /** Takes a list in: a seat is known by organisation, role and first day; seats not named stay as they are. */
    int take(SeatList list, Actor by) {
        var result = new ArrayList<>(all());
        for (Seat seat : list.seats()) {
            result.removeIf(known -> isSame(known, seat));
            result.stream().filter(seat::collidesWith).findFirst().ifPresent(other -> refuseCollision(seat, other));
            result.add(seat);
            SeatRow row = records.createQuery(
                            "from SeatRow s where s.organisation = :organisation and s.role = :role and s.from = :from",
                            SeatRow.class)
                    .setParameter("organisation", seat.organisation())
                    .setParameter("role", seat.role())
                    .setParameter("from", seat.from())
                    .getResultStream()
                    .findFirst()
                    .orElseGet(() -> {
                        var fresh = new SeatRow();
                        fresh.id = Ids.next();
                        return fresh;
                    });
            row.store(seat, list.origin().source(), list.origin().asOf());
            records.persist(row);
        }
        audit.record(by, "membership.import", "membership/" + list.origin().asOf(), null);
        return list.seats().size();
    }

    private static boolean isSame(Seat a, Seat b) {
        return a.organisation().equals(b.organisation())
                && a.role() == b.role()
                && a.from().equals(b.from());
    }

    private static void refuseCollision(Seat seat, Seat other) {
        throw new Refusal(
                        Kind.UNMET,
                        "seat-overlaps",
                        "同じ機関の同じ役割の席が重なる期間にあります: " + seat.nameJa(),
                        "This organisation holds a seat in this role at the same time: " + seat.nameEn())
                .with("organisation", seat.organisation())
                .with("heldFrom", other.from().toString());
    }
}
