package jp.tsunagi.intake.desk;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import jp.tsunagi.platform.outbox.Inbox;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Follows the directory of desks, so that the picker and the checks work while referral-service is away. */
@ApplicationScoped
class DeskListener {

    private final Inbox inbox;
    private final Desks desks;

    DeskListener(Inbox inbox, Desks desks) {
        this.inbox = inbox;
        this.desks = desks;
    }

    /** What intake needs of a directory entry. */
    record Announced(
            String desk,
            String agency,
            String nameJa,
            String nameEn,
            boolean accepting,
            List<String> modes,
            String scopeJa,
            String refusesJa,
            List<String> refusedConsulterTypes,
            List<String> requiredFields,
            List<String> wantedFields,
            List<String> refusedFields,
            String channelsJa,
            String hoursJa,
            String phone,
            LocalDate asOf,
            long version) {

        DeskRow row() {
            DeskRow row = new DeskRow();
            row.code = desk;
            row.version = version;
            row.agency = agency;
            row.nameJa = nameJa;
            row.nameEn = nameEn;
            row.accepting = accepting;
            row.modes = array(modes);
            row.scopeJa = scopeJa;
            row.refusesJa = refusesJa;
            row.refusedConsulterTypes = array(refusedConsulterTypes);
            row.requiredFields = array(requiredFields);
            row.wantedFields = array(wantedFields);
            row.refusedFields = array(refusedFields);
            row.channelsJa = channelsJa;
            row.hoursJa = hoursJa;
            row.phone = phone;
            row.asOf = asOf;
            return row;
        }

        private static String[] array(List<String> values) {
            return values == null ? new String[0] : values.toArray(String[]::new);
        }
    }

    @Incoming("desk")
    @Blocking
    void on(ConsumerRecord<String, byte[]> record) {
        inbox.receive(record, event -> {
            if ("jp.tsunagi.desk.changed.v1".equals(event.type())) {
                desks.keep(event.data(Announced.class).row());
            }
        });
    }
}
