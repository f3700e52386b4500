package jp.tsunagi.council.membership;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import jakarta.validation.Validator;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import jp.tsunagi.platform.identity.Actor;

/** A new installation starts with the seats found in public sources; the secretariat corrects them by an import. */
@ApplicationScoped
class FirstSeats {

    private final Memberships memberships;
    private final ObjectMapper json;
    private final Validator validator;

    FirstSeats(Memberships memberships, ObjectMapper json, Validator validator) {
        this.memberships = memberships;
        this.json = json;
        this.validator = validator;
    }

    @Transactional
    void takeSeats(@Observes StartupEvent start) {
        if (!memberships.isEmpty()) {
            return;
        }
        var seats = read();
        if (!validator.validate(seats).isEmpty()) {
            throw new IllegalStateException("council/seats.json: " + validator.validate(seats));
        }
        memberships.take(seats.list(), Actor.system("council"));
    }

    private SeatImportResource.NewSeats read() {
        try (InputStream file = FirstSeats.class.getResourceAsStream("/council/seats.json")) {
            return json.readValue(file, SeatImportResource.NewSeats.class);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("council/seats.json", unreadable);
        }
    }
}
