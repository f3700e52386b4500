package jp.tsunagi.local.launcher;

import java.util.Arrays;
import java.util.stream.Collectors;
import jp.tsunagi.local.component.KeycloakComponent;
import jp.tsunagi.local.component.Service;
import jp.tsunagi.local.state.Port;
import jp.tsunagi.local.state.Secrets;
import jp.tsunagi.local.state.StateDirectory;
import jp.tsunagi.local.state.TextResource;

/** What {@code up} prints at its end: addresses, accounts and what to try first. */
final class StartSummary {
    private final StateDirectory directory;
    private final Secrets secrets;
    private final Request request;

    StartSummary(StateDirectory directory, Secrets secrets, Request request) {
        this.directory = directory;
        this.secrets = secrets;
        this.request = request;
    }

    void print() {
        var infrastructure = request.has(Request.Option.INFRA);
        System.out.println(infrastructure ? infrastructure() : everything());
        System.out.println("  State     " + directory.path());
        System.out.println(
                request.has(Request.Option.DETACH)
                        ? "Ready. './tsunagi down' stops everything."
                        : "Ready. Ctrl-C stops everything.");
    }

    private String infrastructure() {
        return """

                  PostgreSQL 127.0.0.1:%d   Kafka 127.0.0.1:%d   Keycloak %s
                  Inbox     %s
                  Password  %s   (of sato, suzuki, kimura and the other demo accounts)
                  Secrets   %s

                  Dev mode, each line in a terminal of its own:
                %s""".formatted(
                Port.POSTGRES.number(),
                Port.KAFKA.number(),
                KeycloakComponent.issuer(),
                Port.MAIL.url(),
                secrets.demoPassword(),
                directory.secrets().resolve("passwords.properties"),
                Arrays.stream(Service.values()).map(StartSummary::devMode).collect(Collectors.joining("\n")));
    }

    private static String devMode(Service service) {
        return "  ./mvnw -pl %-24s quarkus:dev   # %s".formatted(service.module, service.port.url());
    }

    private String everything() {
        return TextResource.read("messages/start-summary.txt")
                .formatted(Port.GATEWAY.url(), Port.MAIL.url(), secrets.demoPassword(), Port.KEYCLOAK.url());
    }
}
