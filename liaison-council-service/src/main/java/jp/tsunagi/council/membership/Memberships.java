package jp.tsunagi.council.membership;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.tsunagi.council.CouncilProblem;
import jp.tsunagi.council.membership.Seat.Role;
import jp.tsunagi.platform.audit.Audit;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.identity.Roles;
import jp.tsunagi.platform.page.JapanTime;
import jp.tsunagi.platform.problem.Refusal;

/** All council seats with their history: an organisation's rights follow the seat it holds today. */
@ApplicationScoped
public class Memberships {

    private final SeatRows rows;
    private final Audit audit;
    private final Clock clock;

    Memberships(SeatRows rows, Audit audit, Clock clock) {
        this.rows = rows;
        this.audit = audit;
        this.clock = clock;
    }

    /** Where a list of seats comes from and of which day it is. */
    public record Origin(String source, LocalDate asOf) {}

    record SeatList(Origin origin, List<Seat> seats) {}

    /** A seat begins and ends with a day in Japan. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), JapanTime.ZONE);
    }

    public List<Seat> findHeldOn(LocalDate day) {
        return rows.findHeldOn(day).stream().map(SeatRow::seat).toList();
    }

    public Optional<Origin> latestOrigin() {
        return rows.findLatest().map(SeatRow::origin);
    }

    /** The role in the token is not enough without the seat that the organisation holds today. */
    public CouncilRole roleOf(Actor actor) {
        if (actor.hasRole(Roles.SECRETARIAT)) {
            return CouncilRole.SECRETARIAT;
        }
        List<Role> held = findHeldOn(today()).stream()
                .filter(seat -> seat.isHeldBy(actor))
                .map(Seat::role)
                .toList();
        if (actor.hasRole(Roles.COUNCIL_MEMBER) && (held.contains(Role.MEMBER) || held.contains(Role.SECRETARIAT))) {
            return CouncilRole.MEMBER;
        }
        boolean isObserver = actor.hasRole(Roles.OBSERVER) && held.stream().anyMatch(role -> role != Role.GUEST);
        return isObserver ? CouncilRole.OBSERVER : CouncilRole.NONE;
    }

    boolean isEmpty() {
        return rows.count() == 0;
    }

    /** Adds the seats of a list, or corrects those it names again; other seats stay. Returns how many it named. */
    int importSeats(SeatList list, Actor by) {
        List<SeatRow> all = new ArrayList<>(rows.findAllLocked());
        for (Seat seat : list.seats()) {
            Optional<SeatRow> known =
                    all.stream().filter(row -> row.seat().isCorrectedBy(seat)).findFirst();
            all.stream()
                    .filter(row -> known.filter(same -> same.id.equals(row.id)).isEmpty())
                    .filter(row -> row.seat().collidesWith(seat))
                    .findFirst()
                    .ifPresent(other -> refuseOverlap(seat, other));
            SeatRow row = known.orElseGet(SeatRow::new);
            row.store(seat, list.origin());
            if (known.isEmpty()) {
                rows.persist(row);
                all.add(row);
            }
        }
        audit.record(by, "membership.import", "membership/" + list.origin().asOf(), null);
        return list.seats().size();
    }

    private static void refuseOverlap(Seat seat, SeatRow other) {
        throw new Refusal(CouncilProblem.SEAT_OVERLAPS)
                .with("organisation", seat.organisation())
                .with("heldFrom", other.heldFrom.toString());
    }
}
