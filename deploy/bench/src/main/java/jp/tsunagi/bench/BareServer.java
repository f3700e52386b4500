package jp.tsunagi.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The bare endpoint as a process of its own, with the heap and collector of our services. */
final class BareServer implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(60);

    /** As our services are started with TSUNAGI_SIZE=server. */
    private static final List<String> JVM = List.of("-Xmx512m", "-XX:+UseParallelGC", "-XX:+UseCompactObjectHeaders");

    private final Process process;

    private BareServer(Process process) {
        this.process = process;
    }

    static BareServer start(Platform platform, Path jar) throws IOException, InterruptedException {
        var builder = new ProcessBuilder()
                .redirectErrorStream(true)
                .redirectOutput(platform.log("bare").toFile());
        builder.command()
                .add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        builder.command().addAll(JVM);
        builder.command().addAll(List.of("-jar", jar.toString()));
        builder.environment().put("BENCH_PORT", Integer.toString(platform.port("BARE")));
        builder.environment().put("BENCH_DB_URL", "postgresql://127.0.0.1:" + platform.port("POSTGRES") + "/bench");
        builder.environment().put("BENCH_DB_PASSWORD", platform.secret("postgres"));
        builder.environment().put("TSUNAGI_ISSUER", platform.issuer());
        var server = new BareServer(builder.start());
        // Also when somebody interrupts the bench.
        Runtime.getRuntime().addShutdownHook(new Thread(server.process::destroy));
        try {
            server.awaitAnswer(platform);
        } catch (IOException | InterruptedException failed) {
            server.close();
            throw failed;
        }
        return server;
    }

    private void awaitAnswer(Platform platform) throws IOException, InterruptedException {
        var http = HttpClient.newHttpClient();
        var ask = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + platform.port("BARE") + "/three?owner=nobody"))
                .header("Authorization", "Bearer " + platform.token("agency-sia"))
                .build();
        long until = System.nanoTime() + START.toNanos();
        String last = "nothing";
        while (System.nanoTime() < until && process.isAlive()) {
            try {
                var answer = http.send(ask, HttpResponse.BodyHandlers.ofString());
                if (answer.statusCode() == 200) {
                    return;
                }
                last = answer.statusCode() + " " + answer.body();
            } catch (IOException notYet) {
                last = notYet.toString();
            }
            Thread.sleep(100);
        }
        throw new IOException("the bare endpoint answered " + last + "; its log is " + platform.log("bare"));
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }
}
