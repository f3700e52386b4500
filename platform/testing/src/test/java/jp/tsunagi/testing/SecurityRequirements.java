package jp.tsunagi.testing;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The rows of docs/security-requirements.csv beside the tests that claim to prove them. */
record SecurityRequirements(List<Row> rows, List<Claim> claims) {

    /** The states of a row, as the table writes them. */
    private static final List<String> STATES = List.of("held", "partly", "not yet");

    private static final Pattern ISSUE = Pattern.compile("[0-9]+( [0-9]+)*|unfiled");

    private static final Pattern MODULE = Pattern.compile("<module>(.+)</module>");

    private static final Pattern MARKS =
            Pattern.compile("((?:@(?:Requirement|Tag)\\([^)]*\\)\\s+)+)([^@({;=]*)", Pattern.DOTALL);
    private static final Pattern MARK = Pattern.compile("@(Requirement|Tag)\\(([^)]*)\\)");
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");
    private static final Pattern ID = Pattern.compile("[RPF][0-9].*");
    private static final Pattern TYPE = Pattern.compile("\\b(?:class|record)\\s+(\\w+)");
    private static final Pattern MEMBER = Pattern.compile("(\\w+)\\s*$");
    private static final Pattern TEST =
            Pattern.compile("@(Test|ParameterizedTest|TestFactory|RepeatedTest|ArchTest)\\b");

    /**
     * A row of the file.
     *
     * @param missing what lacks, unless it is held
     * @param issue number of the issue that brings what lacks, or {@code unfiled}
     */
    record Row(String id, String chapter, String sentence, String state, String missing, String issue) {

        /** Each field stands in quotes and holds none. */
        static Row read(String line) {
            String[] fields = line.substring(1, line.length() - 1).split("\",\"", -1);
            if (fields.length != 6 || !line.equals("\"" + String.join("\",\"", fields) + "\"") || line.contains("|")) {
                throw new AssertionError("not six fields in quotes without a vertical bar: " + line);
            }
            return new Row(fields[0], fields[1], fields[2], fields[3], fields[4], fields[5]);
        }
    }

    /**
     * A test that says it proves a row.
     *
     * @param test as it is shown: Class#method
     * @param file from the root of the repository
     * @param objection why it proves nothing, or empty
     */
    record Claim(String id, String test, String file, String objection) {}

    static SecurityRequirements read(Path root) {
        List<Claim> claims = new ArrayList<>();
        for (MatchResult module :
                MODULE.matcher(text(root.resolve("pom.xml"))).results().toList()) {
            for (Path file : javaFiles(root.resolve(module.group(1)).resolve("src/test/java"))) {
                claims.addAll(claims(root.relativize(file).toString(), text(file)));
            }
        }
        return new SecurityRequirements(
                text(root.resolve("docs/security-requirements.csv"))
                        .lines()
                        .skip(1)
                        .map(Row::read)
                        .toList(),
                claims);
    }

    /** What a source file claims, in its order. */
    static List<Claim> claims(String file, String source) {
        String owner = file.substring(file.lastIndexOf('/') + 1).replace(".java", "");
        List<Claim> claims = new ArrayList<>();
        Matcher marks = MARKS.matcher(source);
        while (marks.find()) {
            String declaration = marks.group(2);
            Matcher type = TYPE.matcher(declaration);
            Matcher member = MEMBER.matcher(declaration);
            String test;
            String objection;
            if (type.find()) {
                test = type.group(1);
                objection = objection(source);
            } else if (member.find()) {
                test = owner + "#" + member.group(1);
                // The formatter parts the members of a class by an empty line.
                objection = objection(source.substring(source.lastIndexOf("\n\n", marks.start()) + 1, marks.start()));
            } else {
                test = owner;
                objection = "does not stand directly above a class or a test";
            }
            for (String id : ids(marks.group(1))) {
                claims.add(new Claim(id, test, file, objection));
            }
        }
        return claims;
    }

    private static String objection(String above) {
        if (!TEST.matcher(above).find()) {
            return "stands on no test";
        }
        return above.contains("@Disabled") ? "stands on a test that is switched off" : "";
    }

    private static List<String> ids(String marks) {
        return MARK.matcher(marks)
                .results()
                .flatMap(mark -> QUOTED.matcher(mark.group(2))
                        .results()
                        .map(id -> id.group(1))
                        .filter(id -> mark.group(1).equals("Requirement")
                                || ID.matcher(id).matches()))
                .toList();
    }

    /** Everything that is wrong with the table, each in a sentence. */
    List<String> faults() {
        List<String> faults = new ArrayList<>();
        Set<String> known = new HashSet<>();
        for (Row row : rows) {
            if (!known.add(row.id)) {
                faults.add(row.id + " is there twice");
            }
            boolean held = row.state.equals("held");
            boolean tested = !of(row).isEmpty();
            if (!STATES.contains(row.state)) {
                faults.add(row.id + " has a state that is none: " + row.state);
            } else if (!tested && !row.state.equals("not yet")) {
                faults.add(row.id + " is '" + row.state + "', but no test claims it");
            } else if (tested && row.state.equals("not yet")) {
                faults.add(row.id + " is 'not yet', but " + of(row).getFirst().test + " claims it");
            }
            if (held && !(row.missing + row.issue).isEmpty()) {
                faults.add(row.id + " is 'held', but something is missing");
            }
            if (!held && row.missing.isBlank()) {
                faults.add(row.id + " is '" + row.state + "', but does not say what is missing");
            }
            if (!held && !ISSUE.matcher(row.issue).matches()) {
                faults.add(row.id + " is '" + row.state + "', but names no issue");
            }
        }
        for (Claim claim : claims) {
            if (!known.contains(claim.id)) {
                faults.add(claim.test + " claims '" + claim.id + "', which is no row");
            }
            if (!claim.objection.isEmpty()) {
                faults.add(claim.test + ": the mark '" + claim.id + "' " + claim.objection);
            }
        }
        return faults;
    }

    /** docs/security.md. */
    String page() {
        Map<String, List<Row>> chapters = new LinkedHashMap<>();
        rows.forEach(row ->
                chapters.computeIfAbsent(row.chapter, _ -> new ArrayList<>()).add(row));
        StringBuilder page = new StringBuilder("""
                # Security: what is required and which test proves it

                The rows R come from a threat model that follows the chapters of OWASP ASVS 5.0, the rows P are promises \
                that hold under faults, the rows F are findings of somebody who attacked the platform. `held` means that \
                the tests beside it prove the whole sentence. `partly` and `not yet` say what is missing and which issue \
                brings it.

                This page is generated. The sentences and states are in \
                [security-requirements.csv](security-requirements.csv); a test names the rows that it proves by \
                `@Requirement({"R8.2", "P1"})` as the last annotation above it, in `platform/infrastructure`, \
                `deploy/local` and `deploy/e2e` by `@Tag("R8.2")`. To add a row, write its line into the file in its \
                chapter; to change a state, change the line and the annotations. Then write the page again:

                ```sh
                ./mvnw -Pquick -pl platform/testing test -Dtest=SecurityRequirementsTest -Dtsunagi.security.write=true
                ```

                The build fails when this page is not what the file and the tests say, when a test names a row that \
                does not exist, when a row is `held` or `partly` without a test or `not yet` with one, and when a row \
                that lacks something does not say what and in which issue.

                | chapter | held | partly | not yet |
                |---|---|---|---|
                """);
        chapters.forEach((chapter, of) -> page.append(counts(chapter, of)));
        page.append(counts("together", rows));
        chapters.forEach((chapter, of) -> {
            page.append("\n## ").append(chapter).append("\n\n");
            page.append("| id | requirement | state | tests | what is missing |\n|---|---|---|---|---|\n");
            of.forEach(row -> page.append(line(row)));
        });
        return page.toString();
    }

    private static String counts(String chapter, List<Row> rows) {
        Map<String, Long> counts = rows.stream().collect(groupingBy(Row::state, counting()));
        return "| " + chapter + " | "
                + STATES.stream()
                        .map(state -> counts.getOrDefault(state, 0L).toString())
                        .collect(joining(" | "))
                + " |\n";
    }

    private String line(Row row) {
        String tests = of(row).stream()
                .map(claim -> "[" + claim.test + "](../" + claim.file + ")")
                .collect(joining("<br>"));
        return "| " + String.join(" | ", row.id, row.sentence, row.state, tests, lacking(row)) + " |\n";
    }

    private static String lacking(Row row) {
        return switch (row.issue) {
            case "" -> row.missing;
            case "unfiled" -> row.missing + " (no issue yet)";
            default -> row.missing + " (issue " + row.issue.replace(" ", ", ") + ")";
        };
    }

    private List<Claim> of(Row row) {
        return claims.stream().filter(claim -> claim.id.equals(row.id)).toList();
    }

    private static List<Path> javaFiles(Path folder) {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
