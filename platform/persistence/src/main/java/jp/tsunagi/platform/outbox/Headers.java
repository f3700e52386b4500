package jp.tsunagi.platform.outbox;

import static java.util.Objects.requireNonNullElse;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** Reads headers of a record that anybody may have written: what is missing or null is empty. */
final class Headers {

    /** What we write is far shorter; PostgreSQL refuses to index what is far longer. */
    private static final int LONGEST = 200;

    private Headers() {}

    static String of(ConsumerRecord<String, byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? "" : text(header);
    }

    static String text(Header header) {
        return new String(requireNonNullElse(header.value(), new byte[0]), StandardCharsets.UTF_8);
    }

    static String required(ConsumerRecord<String, byte[]> record, String name) {
        return checked(name, of(record, name));
    }

    static String checked(String name, String value) {
        if (value.isBlank() || value.length() > LONGEST || value.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("event without a usable " + name);
        }
        return value;
    }

    /** Something that the tables can hold, whatever it was. */
    static String storable(String value) {
        return value.substring(0, Math.min(value.length(), LONGEST)).replace('\0', ' ');
    }
}
