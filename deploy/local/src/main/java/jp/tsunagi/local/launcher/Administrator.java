package jp.tsunagi.local.launcher;

import java.security.SecureRandom;
import java.util.HexFormat;
import jp.tsunagi.local.component.Components;
import jp.tsunagi.local.state.LauncherException;
import jp.tsunagi.local.state.Port;
import jp.tsunagi.local.state.Secrets;
import jp.tsunagi.local.state.StateDirectory;

/** {@code ./tsunagi administrator}: an account of Keycloak's administration, which has none by itself. */
final class Administrator {
    private final StateDirectory directory;

    Administrator(StateDirectory directory) {
        this.directory = directory;
    }

    /** Keeps the password nowhere: who loses it asks for another account. */
    void make() {
        if (!new ProcessRegistry(directory).alive("keycloak")) {
            throw new LauncherException(
                    LauncherException.Kind.NOT_RUNNING, "Keycloak is not running; './tsunagi up --infra' starts it.");
        }
        var name = "administrator-" + random(3);
        var password = random(16);
        new Components(directory, Secrets.of(directory)).makeAdministrator(name, password);
        System.out.println("""
                  Account   %s
                  Password  %s
                  Keycloak  %s/admin
                Make an account of your own there, and delete this one when you are done.""".formatted(name, password, Port.KEYCLOAK.url()));
    }

    private static String random(int bytes) {
        var secret = new byte[bytes];
        new SecureRandom().nextBytes(secret);
        return HexFormat.of().formatHex(secret);
    }
}
