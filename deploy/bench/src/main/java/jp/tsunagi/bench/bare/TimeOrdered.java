package jp.tsunagi.bench.bare;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** UUIDs that follow each other, version 7 as ours: an index grows at its end. */
final class TimeOrdered {

    private TimeOrdered() {}

    static UUID next() {
        long random = ThreadLocalRandom.current().nextLong();
        return new UUID(
                System.currentTimeMillis() << 16 | 0x7000 | random & 0x0FFF,
                0x8000_0000_0000_0000L | ThreadLocalRandom.current().nextLong() >>> 2);
    }
}
