package jp.tsunagi.local.state;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/** The passwords of one stack: invented on its first run, kept in its state folder, readable by its owner only. */
public final class Secrets {
    private static final int BYTES = 24;

    private final Properties known;
    private final StateDirectory directory;
    private final SecureRandom random = new SecureRandom();

    private Secrets(StateDirectory directory, Properties known) {
        this.directory = directory;
        this.known = known;
    }

    public static Secrets of(StateDirectory directory) {
        return new Secrets(directory, directory.read(directory.secrets().resolve("passwords.properties")));
    }

    public synchronized String password(String name) {
        return known(name, BYTES);
    }

    /** Short enough to type; only for the invented people of the demo. */
    public synchronized String demoPassword() {
        return known("demo-people", 9);
    }

    /** For what opens nothing any more. */
    public synchronized void forget(String name) {
        known.remove(name);
        directory.write(directory.secrets().resolve("passwords.properties"), known);
    }

    private String known(String name, int bytes) {
        if (!known.containsKey(name)) {
            var secret = new byte[bytes];
            random.nextBytes(secret);
            // A letter first: some programs take a leading dash for an option.
            known.setProperty(
                    name, "t" + Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
            directory.write(directory.secrets().resolve("passwords.properties"), known);
        }
        return known.getProperty(name);
    }
}
