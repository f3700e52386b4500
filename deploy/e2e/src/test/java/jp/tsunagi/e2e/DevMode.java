package jp.tsunagi.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * One service in Quarkus' dev mode, on the infrastructure of the running stack and on a port of its own. It runs in a
 * copy of the checkout, so that a test may change sources and an interrupted test leaves none changed.
 */
final class DevMode implements AutoCloseable {

    private static final Set<String> NOT_COPIED = Set.of(".git", "var", "node_modules");
    private static final Set<String> COMPILED = Set.of("classes", "test-classes");

    private final HttpClient http = HttpClient.newHttpClient();
    private final Path checkout = Path.of("target", "dev-mode").toAbsolutePath();
    private final Path log = Path.of("target", "dev-mode.log").toAbsolutePath();
    private final int port = freePort();
    private final Process process;

    private DevMode(LocalStack stack, String module, String portVariable) {
        copy(stack.root(), checkout);
        // The classes are those of the build that just ran: without the switch Maven would compile them once more,
        // because they lie in another folder.
        var command = List.of(
                checkout.resolve("mvnw").toString(),
                "-Pquick",
                "-Dmaven.compiler.useIncrementalCompilation=false",
                "-Ddebug=false",
                "-pl",
                module,
                "quarkus:dev");
        var builder = new ProcessBuilder(command)
                .directory(checkout.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("TSUNAGI_VAR", stack.state().toString());
        builder.environment().put(portVariable, Integer.toString(port));
        builder.environment().keySet().removeIf(name -> name.startsWith("MAVEN_"));
        try {
            process = builder.start();
        } catch (IOException notStarted) {
            throw new UncheckedIOException(notStarted);
        }
    }

    /** Starts the service of a Maven module; the variable names its port, as in its configuration. */
    static DevMode start(LocalStack stack, String module, String portVariable) {
        return new DevMode(stack, module, portVariable);
    }

    Path checkout() {
        return checkout;
    }

    /** The body of a page, or nothing while the service does not answer with 200. */
    String get(String path) {
        if (!process.isAlive()) {
            throw new AssertionError("dev mode has ended, see " + log);
        }
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Accept", "text/html, */*")
                .timeout(Duration.ofSeconds(60))
                .build();
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() == 200 ? answer.body() : "";
        } catch (IOException notThere) {
            return "";
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted");
        }
    }

    @Override
    public void close() {
        List<ProcessHandle> all = process.descendants().toList();
        all.forEach(ProcessHandle::destroy);
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                all.forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private static void copy(Path from, Path to) {
        try {
            Files.walkFileTree(from, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
                        throws IOException {
                    var name = folder.getFileName().toString();
                    boolean built = folder.getParent().endsWith("target") && !COMPILED.contains(name);
                    if (NOT_COPIED.contains(name) || built) {
                        return FileVisitResult.SKIP_SUBTREE;
                    }
                    Files.createDirectories(to.resolve(from.relativize(folder)));
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    if (!file.getParent().endsWith("target")) {
                        Files.copy(
                                file,
                                to.resolve(from.relativize(file)),
                                StandardCopyOption.COPY_ATTRIBUTES,
                                StandardCopyOption.REPLACE_EXISTING);
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
    }

    private static int freePort() {
        try (var socket = LocalStack.free()) {
            return socket.getLocalPort();
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
    }
}
