package jp.tsunagi.platform.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.tsunagi.testing.Requirement;
import org.junit.jupiter.api.Test;

/** The content security policy refuses these in a browser; here they are refused before anybody opens one. */
@Requirement({"R1.2", "R3.2"})
class StrictPagesTest {

    private static final Pattern INLINE =
            Pattern.compile("<style|\\sstyle=|<script(?![^>]*\\ssrc=)|\\son[a-z]+=|javascript:|\\.raw\\b");
    private static final Pattern HTML_SINK =
            Pattern.compile("innerHTML|outerHTML|insertAdjacentHTML|document\\.write|\\beval\\b|new Function|srcdoc");

    @Test
    void noTemplateHoldsInlineScriptOrStyle() throws IOException {
        assertEquals(List.of(), offenders("templates", ".html", INLINE));
    }

    @Test
    void noScriptWritesHtml() throws IOException {
        assertEquals(List.of(), offenders("META-INF/resources/assets", ".js", HTML_SINK));
    }

    /** The platform's files and those of every module beside it. */
    private static List<String> offenders(String folder, String ending, Pattern forbidden) throws IOException {
        List<Path> folders;
        try (Stream<Path> modules = Files.list(Path.of(System.getProperty("tsunagi.root")))) {
            folders = modules.map(module -> module.resolve("src/main/resources").resolve(folder))
                    .filter(Files::isDirectory)
                    .toList();
        }
        List<String> offenders = new ArrayList<>();
        for (Path pages : folders) {
            try (Stream<Path> files = Files.walk(pages)) {
                files.filter(file -> file.toString().endsWith(ending))
                        .filter(file -> forbidden.matcher(read(file)).find())
                        .map(Path::toString)
                        .forEach(offenders::add);
            }
        }
        assertFalse(folders.isEmpty());
        return offenders;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
