package jp.tsunagi.local.state;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.jspecify.annotations.Nullable;

/** Every port of the local stack, all on 127.0.0.1; {@code TSUNAGI_PORT_<NAME>} moves one. */
public enum Port {
    GATEWAY(8080),
    INTAKE(8081),
    REFERRAL(8082),
    COUNCIL(8083),
    KEYCLOAK(8180),
    KEYCLOAK_MANAGEMENT(8190),
    POSTGRES(15432),
    KAFKA(19092),
    KAFKA_CONTROLLER(19093),
    SMTP(13025),
    MAIL(13080);

    private final int usual;

    Port(int usual) {
        this.usual = usual;
    }

    public int number() {
        return number(System.getenv(variable()));
    }

    public int number(@Nullable String chosen) {
        if (chosen == null || chosen.isBlank()) {
            return usual;
        }
        if (chosen.matches("[0-9]{1,5}")) {
            var number = Integer.parseInt(chosen);
            if (number >= 1 && number <= 65535) {
                return number;
            }
        }
        throw new LauncherException(
                LauncherException.Kind.USAGE, variable() + " is '" + chosen + "', which is not a port number.");
    }

    public String variable() {
        return "TSUNAGI_PORT_" + name();
    }

    public String url() {
        return "http://127.0.0.1:" + number();
    }

    /** Refuses in one sentence when another program listens here. */
    public void mustBeFree() {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), number()));
        } catch (IOException e) {
            throw new LauncherException(
                    LauncherException.Kind.PORT_BUSY,
                    "Port " + number() + " is taken by another program; end that program, or set " + variable()
                            + " to a free port.");
        }
    }
}
