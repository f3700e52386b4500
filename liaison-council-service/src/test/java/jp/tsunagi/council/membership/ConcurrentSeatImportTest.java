package jp.tsunagi.council.membership;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import jp.tsunagi.council.membership.Memberships.Origin;
import jp.tsunagi.council.membership.Memberships.SeatList;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.problem.Refusal;
import jp.tsunagi.testing.RealInfrastructure;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealInfrastructure.class)
class ConcurrentSeatImportTest {

    private static final LocalDate APRIL = LocalDate.parse("2022-04-01");
    private static final LocalDate MAY = LocalDate.parse("2022-05-01");

    @Inject
    Memberships memberships;

    @Test
    void anImportWaitsForTheOneBeforeItAndSeesItsSeats() {
        var second = QuarkusTransaction.requiringNew().call(() -> {
            importSeatFrom(APRIL);
            var other = CompletableFuture.runAsync(
                    () -> QuarkusTransaction.requiringNew().run(() -> importSeatFrom(MAY)));
            assertThrows(TimeoutException.class, () -> other.get(1, TimeUnit.SECONDS));
            return other;
        });

        var failure = assertThrows(ExecutionException.class, () -> second.get(10, TimeUnit.SECONDS));

        assertEquals(
                "seat-overlaps",
                assertInstanceOf(Refusal.class, failure.getCause()).code());
    }

    private void importSeatFrom(LocalDate day) {
        var seat = new Seat("GUEST_RACE", "客", "Guest", Seat.Role.GUEST, null, day, MAY.plusDays(1), 100);
        var list = new SeatList(new Origin("試験", APRIL), List.of(seat));
        memberships.importSeats(list, Actor.system("council"));
    }
}
