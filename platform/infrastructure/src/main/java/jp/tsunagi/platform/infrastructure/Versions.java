package jp.tsunagi.platform.infrastructure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Versions of the programs we start, as Maven wrote them from the parent POM into a versions.properties. */
public final class Versions {
    private Versions() {}

    /** The version of {@code program} in the versions.properties beside {@code reader}'s package. */
    public static String of(Class<?> reader, String program) {
        var versions = new Properties();
        try (var file = reader.getResourceAsStream("versions.properties")) {
            versions.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return versions.getProperty(program);
    }
}
