package jp.tsunagi.local.launcher;

import java.util.Arrays;
import java.util.stream.Collectors;
import jp.tsunagi.local.component.KeycloakComponent;
import jp.tsunagi.local.component.Service;
import jp.tsunagi.local.state.Port;
import jp.tsunagi.local.state.Secrets;
import jp.tsunagi.local.state.StateDirectory;

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
        return """

                  Address   %1$s
                  Inbox     %2$s   (every mail the platform sends)
                  Password  %3$s   (the same for everybody below)
                  Accounts  sato       相談員          suzuki     相談員・スーパーバイザー
                            kimura     SIA の担当者    tanaka     東京都の担当者
                            takahashi  法務省の担当者  watanabe   SIA と東京都の担当者
                            ito        連絡会事務局    admin-demo 基盤管理者

                  A first walk:
                  1. %1$s/consult  send a consultation; keep its 確認コード
                  2. %1$s/desk/queue  sign in as sato, open it, answer it, refer it to a desk
                  3. %1$s/box  read the answer with the 確認コード
                  4. %1$s/partner  sign in as kimura and watch the SIA's inbox at work
                  5. %1$s/council/statistics  see it counted

                  Keycloak  %4$s/admin   (admin; its password is in %5$s)""".formatted(
                        Port.GATEWAY.url(),
                        Port.MAIL.url(),
                        secrets.demoPassword(),
                        Port.KEYCLOAK.url(),
                        directory.secrets().resolve("passwords.properties"));
    }
}
