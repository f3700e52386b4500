package jp.tsunagi.testing;

import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Rules about a module's files that the compiled classes do not show. Each module's SourcesTest calls them.
 *
 * @param module folder of the module; tests run in the one of their own
 */
public record SourceRules(Path module) {

    private static final Pattern JAPANESE =
            Pattern.compile("[\\u3000-\\u30ff\\u3400-\\u9fff\\uf900-\\ufaff\\uff01-\\uff9f]");
    /** A text of more than one word beside a variable or a call, or what fills in a text. */
    private static final Pattern PUT_TOGETHER =
            Pattern.compile("\"[^\"\\n]*\\w[^\"\\n]*[ =][^\"\\n]*\"\\s*\\+\\s*+(?!\"|[A-Z_]+\\b(?!\\())"
                    + "|\"\"\"\\s*\\+\\s*+(?!\"|[A-Z_]+\\b(?!\\())"
                    + "|\\.formatted\\(|String\\.format|StringBuilder|\\.concat\\(|\\.replace(All)?\\(");

    private static final Pattern DEFAULT_LANGUAGE = Pattern.compile("([a-z]+(?:_problem)?)\\.properties");

    private static final String SECRET = "\\b\\w*(?:[sS]ecret|[pP]assword|[tT]oken|[hH]ash|[fF]ingerprint|[sS]ignature"
            + "|[dD]igest|[mM]ac|[cC]onfirmationCode)(?:\\(\\))?";

    private static final Pattern ENDS_EARLY = Pattern.compile("Arrays\\.(?:equals|compare|mismatch)\\("
            + "|" + SECRET + "\\s*\\.(?:equals|contentEquals|compareTo)\\("
            + "|\\.(?:equals|contentEquals|compareTo)\\((?:\\w+\\.)*" + SECRET + "\\)"
            + "|Objects\\.(?:equals|deepEquals)\\([^;{]*" + SECRET);

    public static SourceRules here() {
        return new SourceRules(Path.of(""));
    }

    /**
     * Sentences for people live in message files, so Java holds no Japanese.
     *
     * @param parsers simple names of the classes that may, because they read what people write in Japanese
     */
    public void javaHoldsNoJapanese(String... parsers) {
        Set<String> allowed = Set.of(parsers);
        Set<String> found = files(module.resolve("src/main/java"), ".java")
                .filter(file -> JAPANESE.matcher(read(file)).find())
                .map(file -> file.getFileName().toString().replace(".java", ""))
                .collect(toCollection(TreeSet::new));
        assertEquals(new TreeSet<>(allowed), found, "classes with Japanese text");
    }

    /**
     * A comparison that ends at the first difference tells by its time how much of a guess was right. Who compares
     * arrays, or what the name says is a secret or made from one, uses {@code MessageDigest.isEqual}.
     */
    public void secretsAreComparedInConstantTime() {
        assertEquals(Set.of(), matches(".java", ENDS_EARLY), "compare by MessageDigest.isEqual");
    }

    /** Every message exists in every language: Qute would fill a gap with the default language without a word. */
    public void everyLanguageHasEveryMessage() {
        Path messages = module.resolve("src/main/resources/messages");
        List<Path> all = files(messages, ".properties").toList();
        List<Path> defaults = all.stream()
                .filter(file ->
                        DEFAULT_LANGUAGE.matcher(file.getFileName().toString()).matches())
                .toList();
        assertTrue(!defaults.isEmpty(), "no message files in " + messages.toAbsolutePath());
        // As a label it would be shown as it is written, such as "{' '}" for a space at the end.
        all.forEach(file -> assertFalse(read(file).contains("{'"), () -> file + " has a string in braces"));
        for (Path bundle : defaults) {
            String name = bundle.getFileName().toString().replace(".properties", "");
            List<Path> translations = all.stream()
                    .filter(file -> file.getFileName().toString().matches(name + "_(?!problem)[a-zA-Z-]+\\.properties"))
                    .toList();
            assertTrue(!translations.isEmpty(), name + " has no translation");
            translations.forEach(
                    translation -> assertEquals(keys(bundle), keys(translation), translation + " against " + bundle));
        }
    }

    /**
     * What a caller says is bound to a query and never a part of it: beside the text of a query stand other texts and
     * constants only.
     */
    public void queriesArePutTogetherFromConstantsOnly() {
        assertEquals(Set.of(), matches("Rows.java", PUT_TOGETHER), "queries with a value in their text");
    }

    /** What a pattern finds in the module's files whose names end so. */
    private Set<String> matches(String ending, Pattern pattern) {
        return files(module.resolve("src/main/java"), ending)
                .flatMap(file ->
                        pattern.matcher(read(file)).results().map(match -> file.getFileName() + ": " + match.group()))
                .collect(toCollection(TreeSet::new));
    }

    private static Set<String> keys(Path file) {
        return read(file)
                .replaceAll("\\\\\\R", "")
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.substring(0, line.indexOf('=')).strip())
                .collect(toCollection(TreeSet::new));
    }

    private static Stream<Path> files(Path folder, String suffix) {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(file -> file.toString().endsWith(suffix)).toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
