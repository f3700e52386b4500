package jp.tsunagi.local.stack;

/** The last words of {@code up}: where to go, as whom, and what to try first. */
final class Farewell {
    private final Home home;
    private final Secrets secrets;
    private final Request request;

    Farewell(Home home, Secrets secrets, Request request) {
        this.home = home;
        this.secrets = secrets;
        this.request = request;
    }

    void print() {
        var infrastructure = request.has(Request.Option.INFRA);
        System.out.println(infrastructure ? infrastructure() : everything());
        System.out.println("  State     " + home.state());
        System.out.println(
                request.has(Request.Option.DETACH)
                        ? "Ready. './tsunagi down' stops everything."
                        : "Ready. Ctrl-C stops everything.");
    }

    private String infrastructure() {
        return """

                  PostgreSQL 127.0.0.1:%d   Kafka 127.0.0.1:%d   Keycloak %s
                  Inbox     %s
                  Passwords %s""".formatted(
                        Port.POSTGRES.number(),
                        Port.KAFKA.number(),
                        KeycloakPart.issuer(),
                        Port.MAIL.url(),
                        home.secrets().resolve("passwords.properties"));
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
                        home.secrets().resolve("passwords.properties"));
    }
}
