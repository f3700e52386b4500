package jp.tsunagi.platform.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.CRC32;

/** The style sheets and scripts that every page loads. */
final class Assets {

    static final List<String> FILES = List.of(
            "tokens.css",
            "tsunagi.css",
            "bench.css",
            "exit.js",
            "steps.js",
            "submit-once.js",
            "draft.js",
            "copy.js",
            "mark.svg");

    static final String EDITION = edition();

    private Assets() {}

    private static String edition() {
        CRC32 sum = new CRC32();
        for (String file : FILES) {
            try (InputStream bytes = Assets.class.getResourceAsStream("/META-INF/resources/assets/" + file)) {
                sum.update(bytes.readAllBytes());
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return Long.toHexString(sum.getValue());
    }
}
