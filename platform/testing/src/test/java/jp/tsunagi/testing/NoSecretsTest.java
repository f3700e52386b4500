package jp.tsunagi.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No key, password or token stands in what is committed; those of the local stack are drawn on the machine. */
@Requirement("R13.4")
class NoSecretsTest {

    private static final Set<String> NOT_COMMITTED = Set.of(".git", "target", "var", "node_modules");

    /** A value that is no placeholder, as {@code ${…}} or {@code @…@}, and what says of itself that it is for tests. */
    private static final String VALUE = "(?![$@]|[^\"']*(?:test|example|wrong))[^\"'\\s$]{8,}";

    private static final Pattern SECRET = Pattern.compile("-----BEGIN [A-Z ]*PRIVATE KEY-----[\\r\\n]+[A-Za-z0-9+/]"
            + "|\\bAKIA[0-9A-Z]{16}\\b"
            + "|\\bgh[pousr]_[A-Za-z0-9]{36}\\b"
            + "|(?i:\"(?:secret|password|client_secret)\"\\s*:\\s*\"" + VALUE + "\")"
            + "|(?im:^[a-z0-9.%-]*(?:password|secret)\\s*=\\s*" + VALUE + "$)");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-----BEGIN PRIVATE" + " KEY-----\nMIIE",
                "\"secret\": \"" + "hJ8kLm2Qw9\"",
                "a.password=" + "hJ8kLm2Qw9",
                "AKIA" + "ABCDEFGHIJKLMNOP"
            })
    void aSecretIsRecognised(String text) {
        assertTrue(SECRET.matcher(text).find());
    }

    @Test
    void noFileHoldsOne() throws IOException {
        Path root = Path.of(System.getProperty("tsunagi.root"));
        List<String> found = new ArrayList<>();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return NOT_COMMITTED.contains(folder.getFileName().toString())
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                SECRET.matcher(text)
                        .results()
                        .forEach(secret -> found.add(root.relativize(file) + " at character " + secret.start()));
                return FileVisitResult.CONTINUE;
            }
        });
        assertEquals(List.of(), found);
    }
}
