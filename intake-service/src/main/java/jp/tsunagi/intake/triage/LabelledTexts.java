package jp.tsunagi.intake.triage;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import jp.tsunagi.platform.code.Coded;
import jp.tsunagi.vocabulary.Category;
import jp.tsunagi.vocabulary.Urgency;
import jp.tsunagi.vocabulary.Wish;

/**
 * The labelled texts of src/test/resources/triage, and the step of the build that learns from them. The unseen half is never
 * learned from.
 */
final class LabelledTexts {

    private static final String UNSEEN = "unseen.jsonl";

    /** A line of a file; its README says what each member means. */
    record Line(
            String id,
            String kind,
            String text,
            String urgency,
            List<String> firstDesk,
            List<String> notDesks,
            List<String> categories,
            String wish,
            String why) {

        Line {
            require(!id.isBlank() && !text.isBlank() && !why.isBlank(), id, "id, text and why are required");
            require(Coded.find(Urgency.class, urgency).isPresent(), id, "urgency " + urgency);
            require(Coded.find(Wish.class, wish).isPresent(), id, "wish " + wish);
            categories.forEach(code -> require(Coded.find(Category.class, code).isPresent(), id, "category " + code));
            require(!firstDesk.isEmpty() && firstDesk.stream().noneMatch(notDesks::contains), id, "desks");
        }

        private static void require(boolean holds, String id, String what) {
            if (!holds) {
                throw new IllegalArgumentException("labelled text " + id + ": " + what);
            }
        }

        Learned.Labelled labelled() {
            return new Learned.Labelled(
                    text, Coded.find(Urgency.class, urgency).orElseThrow(), firstDesk, categories, wish);
        }
    }

    private LabelledTexts() {}

    static List<Line> read(Path file) throws IOException {
        ObjectMapper json = new ObjectMapper();
        List<Line> lines = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            if (!line.isBlank()) {
                lines.add(json.readValue(line, Line.class));
            }
        }
        return lines;
    }

    /** The files that may be learned from, in a fixed order. */
    static List<Path> seen(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jsonl")
                            && !String.valueOf(file.getFileName()).equals(UNSEEN))
                    .sorted()
                    .toList();
        }
    }

    /**
     * Learns, unless what was learned last came from the same texts and signs.
     *
     * @param args the folder of the texts, signs.yaml, and the file to write
     */
    public static void main(String[] args) throws IOException {
        List<Path> texts = seen(Path.of(args[0]));
        Path signs = Path.of(args[1]);
        Path target = Path.of(args[2]);
        String sources =
                fingerprint(Stream.concat(texts.stream(), Stream.of(signs)).toList());
        if (Files.exists(target) && sources.equals(sourcesOf(target))) {
            return;
        }
        List<Learned.Labelled> labelled = new ArrayList<>();
        for (Path file : texts) {
            read(file).forEach(line -> labelled.add(line.labelled()));
        }
        Learned learned = Learned.train(Signs.read(YamlFile.parse("signs.yaml", Files.readString(signs))), labelled);
        Files.createDirectories(target.toAbsolutePath().getParent());
        // Whole or not at all: a build may be ended at any moment.
        Path written = Files.createTempFile(target.toAbsolutePath().getParent(), "learned", ".part");
        try (OutputStream file = Files.newOutputStream(written)) {
            DataOutputStream out = new DataOutputStream(file);
            out.writeUTF(sources);
            learned.write(out);
        }
        Files.move(written, target, StandardCopyOption.REPLACE_EXISTING);
    }

    /** What the build learned. */
    static Learned learned(InputStream file) throws IOException {
        DataInputStream in = new DataInputStream(file);
        in.readUTF();
        return Learned.read(in);
    }

    private static String sourcesOf(Path target) throws IOException {
        try (DataInputStream in = new DataInputStream(Files.newInputStream(target))) {
            return in.readUTF();
        }
    }

    private static String fingerprint(List<Path> files) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Path file : files) {
                digest.update(Files.readAllBytes(file));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
