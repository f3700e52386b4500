package jp.tsunagi.local.stack;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/** The passwords of one stack: invented on its first run, kept in its state folder, readable by its owner only. */
final class Secrets {
    private static final int BYTES = 24;

    private final Properties known;
    private final Home home;
    private final SecureRandom random = new SecureRandom();

    private Secrets(Home home, Properties known) {
        this.home = home;
        this.known = known;
    }

    static Secrets of(Home home) {
        return new Secrets(home, home.read(home.secrets().resolve("passwords.properties")));
    }

    synchronized String password(String name) {
        return known(name, BYTES);
    }

    /** Short enough to type; only for the invented people of the demo. */
    synchronized String demoPassword() {
        return known("demo-people", 9);
    }

    private String known(String name, int bytes) {
        if (!known.containsKey(name)) {
            var secret = new byte[bytes];
            random.nextBytes(secret);
            // A letter first: some programs take a leading dash for an option.
            known.setProperty(
                    name, "t" + Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
            home.write(home.secrets().resolve("passwords.properties"), known);
        }
        return known.getProperty(name);
    }
}
