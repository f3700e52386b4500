package jp.tsunagi.gateway;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ReadmeTest {

    @Test
    void everyProblemIsInTheReadme() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        for (GatewayProblem problem : GatewayProblem.values()) {
            String row = "`" + problem.code() + "` | " + problem.kind().status();
            assertTrue(readme.contains(row), row);
        }
    }
}
