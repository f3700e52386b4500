package jp.tsunagi.bench;

import java.time.Duration;

/** One way to do a piece of work: ours, the bare endpoint, or plain JDBC. */
interface Contender {

    String name();

    /** As fast as it goes: each connection asks again as soon as it was answered. */
    Result run(int connections, Duration time) throws Exception;
}
