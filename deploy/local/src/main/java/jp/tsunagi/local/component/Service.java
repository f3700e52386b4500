package jp.tsunagi.local.component;

import java.nio.file.Path;
import java.util.Locale;
import jp.tsunagi.local.state.Port;
import jp.tsunagi.local.state.StateDirectory;

/** Our Quarkus applications: the Maven module, the port and the heap of each. */
public enum Service {
    INTAKE("intake-service", Port.INTAKE, "192m"),
    REFERRAL("referral-service", Port.REFERRAL, "128m"),
    COUNCIL("liaison-council-service", Port.COUNCIL, "128m"),
    GATEWAY("gateway", Port.GATEWAY, "96m");

    public final String module;
    public final Port port;
    final String heap;

    Service(String module, Port port, String heap) {
        this.module = module;
        this.port = port;
        this.heap = heap;
    }

    /** Its name in the launcher, which is also its {@code quarkus.application.name} and its database. */
    public String componentName() {
        return port.name().toLowerCase(Locale.ROOT);
    }

    Path jar(StateDirectory directory) {
        return directory.root().resolve(module).resolve("target/quarkus-app/quarkus-run.jar");
    }
}
