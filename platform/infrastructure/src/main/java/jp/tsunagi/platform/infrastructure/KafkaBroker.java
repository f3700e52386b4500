package jp.tsunagi.platform.infrastructure;

import static java.util.stream.Collectors.toMap;

import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Function;

/**
 * The message broker of the local stack as a process of its own: {@code KafkaBroker FOLDER PORT CONTROLLER_PORT}. The
 * services' passwords come as environment variables, which other users of the machine cannot read.
 */
public final class KafkaBroker {
    private KafkaBroker() {}

    public static void main(String[] arguments) {
        var passwords = Topics.services().stream().collect(toMap(Function.identity(), KafkaBroker::password));
        var kafka =
                LocalKafka.start(Path.of(arguments[0]), Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(kafka), "kafka-end"));
        kafka.admit(passwords, true);
        // The launcher waits for this line, not for the port: a broker listens before its topics exist.
        System.out.println("Kafka is ready on " + kafka.bootstrap());
        kafka.awaitEnd();
    }

    /** The environment variable with the password of a service. */
    public static String variable(String service) {
        return "TSUNAGI_PASSWORD_KAFKA_" + service.toUpperCase(Locale.ROOT);
    }

    private static String password(String service) {
        var password = System.getenv(variable(service));
        if (password == null || password.isBlank()) {
            throw new InfrastructureException(variable(service) + " is not set, so " + service + " could not sign in.");
        }
        return password;
    }

    private static void end(LocalKafka kafka) {
        kafka.close();
        System.out.println("Kafka has stopped in good order.");
    }
}
