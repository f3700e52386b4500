package jp.tsunagi.intake.desk;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import jp.tsunagi.platform.outbox.Inbox;
import jp.tsunagi.platform.outbox.ReceivedEvent;
import jp.tsunagi.vocabulary.DeskMode;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;

/** Follows the directory of desks, so that the picker and the checks work while referral-service is away. */
@ApplicationScoped
class DeskListener {

    private final Inbox inbox;
    private final Desks desks;

    DeskListener(Inbox inbox, Desks desks) {
        this.inbox = inbox;
        this.desks = desks;
    }

    /** The part of a directory entry that identifies the desk; its profile is read beside it. */
    record Announced(
            String desk,
            String agency,
            String nameJa,
            String nameEn,
            boolean accepting,
            @Nullable List<DeskMode> modes,
            long version) {

        /** A desk that names no way is reached by the consulter. */
        DeskMode usualMode() {
            return modes == null || modes.isEmpty() ? DeskMode.CITIZEN_CARRIES : modes.getFirst();
        }
    }

    @Incoming("desk")
    @Blocking
    void on(ConsumerRecords<String, byte[]> records) {
        inbox.follow(records, event -> {
            if ("jp.tsunagi.desk.changed.v1".equals(event.type())) {
                desks.upsertDesk(desk(event), event.first());
            }
        });
    }

    private static Desk desk(ReceivedEvent event) {
        Announced announced = event.data(Announced.class);
        return new Desk(
                announced.desk(),
                announced.agency(),
                new Desk.Name(announced.nameJa(), announced.nameEn()),
                announced.accepting(),
                announced.usualMode(),
                event.data(Desk.Profile.class),
                announced.version());
    }
}
