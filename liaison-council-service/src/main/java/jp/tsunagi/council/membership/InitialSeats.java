package jp.tsunagi.council.membership;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.validation.Validator;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import jp.tsunagi.platform.identity.Actor;

/** A new installation starts with the seats found in public sources; the secretariat corrects them by an import. */
@ApplicationScoped
class InitialSeats {

    /** A request gets ten seconds, but nobody waits for this import, and without it the service cannot start. */
    private static final int TIMEOUT_SECONDS = 60;

    private final Memberships memberships;
    private final ObjectMapper json;
    private final Validator validator;

    InitialSeats(Memberships memberships, ObjectMapper json, Validator validator) {
        this.memberships = memberships;
        this.json = json;
        this.validator = validator;
    }

    /** Reads the file before it opens the transaction: on a slow machine the first JSON of a JVM takes seconds. */
    void importSeats(@Observes StartupEvent start) {
        var seats = read().list();
        QuarkusTransaction.requiringNew().timeout(TIMEOUT_SECONDS).run(() -> {
            if (memberships.isEmpty()) {
                memberships.importSeats(seats, Actor.system("council"));
            }
        });
    }

    private SeatImportResource.NewSeats read() {
        try (InputStream file = InitialSeats.class.getResourceAsStream("/council/seats.json")) {
            var seats = json.readValue(file, SeatImportResource.NewSeats.class);
            var wrong = validator.validate(seats);
            if (!wrong.isEmpty()) {
                throw new IllegalStateException("council/seats.json: " + wrong);
            }
            return seats;
        } catch (IOException unreadable) {
            throw new UncheckedIOException("council/seats.json", unreadable);
        }
    }
}
