package jp.tsunagi.platform.infrastructure;

import java.nio.file.Path;

/** The message broker of the local stack as a process of its own: {@code KafkaBroker FOLDER PORT CONTROLLER_PORT}. */
public final class KafkaBroker {
    private KafkaBroker() {}

    public static void main(String[] arguments) {
        var kafka =
                LocalKafka.start(Path.of(arguments[0]), Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(kafka), "kafka-end"));
        Topics.createOn(kafka.bootstrap(), true);
        // The launcher waits for this line, not for the port: a broker listens before its topics exist.
        System.out.println("Kafka is ready on " + kafka.bootstrap());
        kafka.awaitEnd();
    }

    private static void end(LocalKafka kafka) {
        kafka.close();
        System.out.println("Kafka has stopped in good order.");
    }
}
