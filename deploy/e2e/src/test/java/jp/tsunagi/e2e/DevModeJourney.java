package jp.tsunagi.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A developer starts one service beside the stack, changes it, and sees the change at the next request. */
@ExtendWith(World.Shared.class)
class DevModeJourney {

    /** Maven, augmentation and start on two busy cores. */
    private static final Duration START = Duration.ofMinutes(4);

    private static final Duration RELOAD = Duration.ofMinutes(2);

    private static final Path COUNCIL = Path.of("liaison-council-service", "src", "main");

    @Test
    void aServiceInDevModeIsReadyAndShowsAChangedTemplateAndNewJava(World world) throws IOException {
        try (var devMode = DevMode.start(world.stack(), "liaison-council-service", "TSUNAGI_PORT_COUNCIL")) {
            await("readiness", START, () -> devMode.get("/q/health/ready").contains("UP"));
            await("the page", RELOAD, () -> devMode.get("/council").contains("<h1"));

            markHeadings(devMode.checkout().resolve(COUNCIL).resolve("resources/templates"));
            await("the changed template", RELOAD, () -> devMode.get("/council").contains("◆</h1>"));

            Files.writeString(
                    devMode.checkout().resolve(COUNCIL).resolve("java/jp/tsunagi/council/GreetingResource.java"), """
                            package jp.tsunagi.council;

                            @jakarta.ws.rs.Path("/greeting")
                            @jakarta.annotation.security.PermitAll
                            class GreetingResource {
                                @jakarta.ws.rs.GET
                                public String greeting() {
                                    return "good morning";
                                }
                            }
                            """);
            await("the new class", RELOAD, () -> devMode.get("/greeting").equals("good morning"));
        }
    }

    /** Quarkus looks for changes at most every two seconds, so the first request after a change may not show it. */
    private static void await(String what, Duration limit, Callable<Boolean> condition) {
        Awaitility.await(what)
                .atMost(limit)
                .pollInterval(Duration.ofMillis(500))
                .until(condition);
    }

    private static void markHeadings(Path templates) throws IOException {
        try (Stream<Path> files = Files.walk(templates)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.writeString(file, Files.readString(file).replace("</h1>", "◆</h1>"));
            }
        }
    }
}
