package jp.tsunagi.testing;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jboss.logmanager.ExtLogRecord;

/**
 * Everything the service and its parts write down while it is asked: its log records with their stacks and contexts,
 * the file of PostgreSQL, and the records that Kafka keeps. The broker runs in this process, so its log is among the
 * service's.
 */
public final class SeenLogs extends Handler implements AutoCloseable {

    private static final Path PARTS = Path.of("target", "parts");

    private final Queue<String> lines = new ConcurrentLinkedQueue<>();
    private final Logger root = Logger.getLogger("");

    private SeenLogs() {}

    public static SeenLogs open() {
        SeenLogs seen = new SeenLogs();
        seen.root.addHandler(seen);
        return seen;
    }

    @Override
    public void publish(LogRecord record) {
        StringWriter line = new StringWriter();
        line.append(record.getLoggerName()).append(' ');
        if (record instanceof ExtLogRecord more) {
            line.append(more.getFormattedMessage()).append(' ').append(String.valueOf(more.getMdcCopy()));
        } else {
            line.append(record.getMessage()).append(' ').append(java.util.Arrays.toString(record.getParameters()));
        }
        if (record.getThrown() != null) {
            record.getThrown().printStackTrace(new PrintWriter(line));
        }
        lines.add(line.toString());
    }

    @Override
    public void flush() {
        // Nothing is held back.
    }

    @Override
    public void close() {
        root.removeHandler(this);
    }

    /**
     * Where a word was written down.
     *
     * @param published folders of Kafka's topics that carry what is published, and may therefore hold it
     */
    public List<String> places(String word, List<String> published) {
        List<String> places = new ArrayList<>();
        for (String line : lines) {
            int at = line.toLowerCase(Locale.ROOT).indexOf(word);
            if (at >= 0) {
                places.add("the log: " + around(line, at));
            }
        }
        search(PARTS.resolve("postgres").resolve("postgres.log"), word, places);
        try (Stream<Path> topics = Files.walk(PARTS.resolve("kafka"))) {
            topics.filter(file -> file.toString().endsWith(".log"))
                    .filter(file -> published.stream()
                            .noneMatch(topic -> file.toString().contains("/" + topic + "-")))
                    .forEach(file -> search(file, word, places));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return places;
    }

    /** The files of PostgreSQL that hold a word as it is: tables, indexes, and the log from which it recovers. */
    public static List<String> files(String word) {
        TestDatabase.checkpoint();
        List<String> places = new ArrayList<>();
        try (Stream<Path> files = Files.walk(PARTS.resolve("postgres").resolve("data"))) {
            files.filter(file -> file.toString().matches(".*/(base|pg_wal)/.*"))
                    .filter(Files::isRegularFile)
                    .forEach(file -> search(file, word, places));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return places;
    }

    /** How many records were logged, so that a run can show that it listened. */
    public int size() {
        return lines.size();
    }

    private static void search(Path file, String word, List<String> places) {
        try {
            String content = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
            int at = content.toLowerCase(Locale.ROOT).indexOf(word);
            if (at >= 0) {
                places.add(PARTS.relativize(file) + ": " + around(content, at));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String around(String text, int at) {
        return text.substring(Math.max(0, at - 300), Math.min(text.length(), at + 60))
                .strip();
    }
}
