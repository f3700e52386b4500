package jp.tsunagi.testing;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import jp.tsunagi.platform.problem.ProblemCode;

/** What the README of a module says must be what its code does. */
public final class ReadmeRules {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| (\\d{3}) \\|(.*)\\|$");
    private static final Pattern CODE = Pattern.compile("`([a-z0-9-]+)`");

    private ReadmeRules() {}

    /** The README has a row {@code | status | codes |} for each status, with every problem of the list and no other. */
    public static void listsEveryProblem(ProblemCode[] problems) {
        assertEquals(
                Arrays.stream(problems)
                        .collect(groupingBy(
                                problem -> problem.kind().status(),
                                TreeMap::new,
                                mapping(ProblemCode::code, toCollection(TreeSet::new)))),
                rows(Path.of("README.md")));
    }

    private static Map<Integer, TreeSet<String>> rows(Path readme) {
        try {
            Map<Integer, TreeSet<String>> rows = new TreeMap<>();
            ROW.matcher(Files.readString(readme))
                    .results()
                    .forEach(row -> rows.put(Integer.valueOf(row.group(1)), codes(row.group(2))));
            return rows;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static TreeSet<String> codes(String cell) {
        return CODE.matcher(cell)
                .results()
                .map((MatchResult code) -> code.group(1))
                .collect(toCollection(TreeSet::new));
    }
}
