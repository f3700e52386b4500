package jp.tsunagi.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A developer starts one service beside the stack, changes it, and sees the change at the next request. The other three
 * start in the same way; the council stands for them because its pages need no sign-in.
 */
@ExtendWith(World.Shared.class)
class DevModeJourney {

    /** Maven, augmentation and start on two busy cores. */
    private static final Duration START = Duration.ofMinutes(4);

    private static final Duration RELOAD = Duration.ofMinutes(2);

    private static final Path LIST_RULE =
            Path.of("platform", "src", "main", "java", "jp", "tsunagi", "platform", "http", "CursorPage.java");

    private static final Path COUNCIL = Path.of("liaison-council-service", "src", "main");

    @Test
    void aServiceInDevModeIsReadyAndShowsAChangedTemplateAndAChangedRule(World world) throws IOException {
        try (var devMode = DevMode.start(world.stack(), "liaison-council-service", "TSUNAGI_PORT_COUNCIL")) {
            await("readiness", START, () -> devMode.get("/q/health/ready").contains("UP"));
            await("the page", RELOAD, () -> devMode.get("/council").contains("<h1"));

            markHeadings(devMode.checkout().resolve(COUNCIL).resolve("resources/templates"));
            await("the changed template", RELOAD, () -> devMode.get("/council").contains("◆</h1>"));

            // The platform's rule of how long a page of a list may be: 500 lines are refused, then they are not.
            assertEquals("", devMode.get("/v1/topics?limit=500"));
            Path rule = devMode.checkout().resolve(LIST_RULE);
            Files.writeString(rule, Files.readString(rule).replace("MAX_SIZE = 100", "MAX_SIZE = 1000"));
            await(
                    "the changed rule",
                    RELOAD,
                    () -> devMode.get("/v1/topics?limit=500").contains("items"));
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
