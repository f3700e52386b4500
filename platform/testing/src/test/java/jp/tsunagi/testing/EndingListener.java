package jp.tsunagi.testing;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** A listener that does not use the inbox: the connector ends its channel at the first failure. */
@ApplicationScoped
class EndingListener {

    @Incoming("ending")
    @Blocking
    void on(ConsumerRecords<String, byte[]> records) {
        throw new IllegalStateException("ends the channel");
    }
}
