package jp.tsunagi.platform.outbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Hears what consumers ask, and leaves it to the relay, which sends nothing for what this service does not own. A
 * repeated question costs a repeated answer and nothing else, so the inbox need not know it.
 */
@ApplicationScoped
class ReplayListener {

    private final Inbox inbox;
    private final ReplayRows rows;
    private final ObjectMapper json;

    ReplayListener(Inbox inbox, ReplayRows rows, ObjectMapper json) {
        this.inbox = inbox;
        this.rows = rows;
        this.json = json;
    }

    @Incoming("replay")
    @Blocking
    void on(ConsumerRecords<String, byte[]> records) {
        records.forEach(record -> inbox.untilItWorks(
                record,
                () -> rows.insertIfAbsent(Refused.orGet(
                        () -> ReceivedEvent.read(record, false, json).data(ReplayRequest.class)))));
    }
}
