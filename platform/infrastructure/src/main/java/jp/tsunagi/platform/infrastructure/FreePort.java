package jp.tsunagi.platform.infrastructure;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Where a test's server listens. */
public final class FreePort {

    private FreePort() {}

    /** Below the ports that Linux gives to clients (from 32768 on), so that none of ours takes it before its server. */
    public static int next() {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(20_000, 32_000);
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (BindException taken) {
                // The next one may be free.
            } catch (IOException e) {
                throw new InfrastructureException("no port is free: " + e.getMessage(), e);
            }
        }
    }
}
