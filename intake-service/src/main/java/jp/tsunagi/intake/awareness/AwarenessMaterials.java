package jp.tsunagi.intake.awareness;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import jp.tsunagi.platform.code.Coded;
import jp.tsunagi.vocabulary.AgeBand;
import jp.tsunagi.vocabulary.Category;
import jp.tsunagi.vocabulary.ConsulterType;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** The catalogue of material against trouble on the internet: awareness.csv. */
public final class AwarenessMaterials {

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    private static final List<Material> MATERIALS = read();

    private AwarenessMaterials() {}

    /** Every material, old editions too. */
    public static List<Material> all() {
        return MATERIALS;
    }

    public static Optional<Material> find(String code) {
        return MATERIALS.stream().filter(one -> one.code().equals(code)).findFirst();
    }

    /**
     * The newest editions that fit what somebody consults about: those that are about most of it first, then those that
     * were made for people like them, then the newest.
     */
    public static List<Material> fitting(List<Category> about, ConsulterType consulter, AgeBand age) {
        Set<Audience> audiences = Audience.of(consulter, age);
        return MATERIALS.stream()
                .filter(one -> one.replacedBy() == null)
                .filter(one -> one.audiences().stream().anyMatch(audiences::contains))
                .filter(one -> common(one, about) > 0)
                .sorted(Comparator.comparing((Material one) -> -common(one, about))
                        .thenComparing(one -> isForEverybodyOnly(one, audiences))
                        .thenComparing(Material::asOf, Comparator.nullsLast(Comparator.reverseOrder())))
                .toList();
    }

    private static long common(Material material, List<Category> about) {
        return material.categories().stream().filter(about::contains).count();
    }

    private static boolean isForEverybodyOnly(Material material, Set<Audience> audiences) {
        return material.audiences().stream()
                .filter(one -> one != Audience.EVERYBODY)
                .noneMatch(audiences::contains);
    }

    private static List<Material> read() {
        try (var file = new InputStreamReader(
                        Objects.requireNonNull(AwarenessMaterials.class.getResourceAsStream("/awareness.csv")),
                        StandardCharsets.UTF_8);
                var rows = FORMAT.parse(file)) {
            return rows.stream().map(AwarenessMaterials::material).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Material material(CSVRecord row) {
        String url = row.get("url");
        LocalDate asOf = day(row.get("as_of"));
        boolean isTold = row.get("told_to_consulters").equals("yes");
        if (isTold && (!url.startsWith("https://") || asOf == null)) {
            throw new IllegalStateException(row.get("code"));
        }
        return new Material(
                row.get("code"),
                row.get("title_ja"),
                row.get("title_en"),
                row.get("publisher_ja"),
                codes(Audience.class, row.get("audiences")),
                codes(Category.class, row.get("categories")),
                codes(MaterialForm.class, row.get("forms")),
                url,
                row.get("edition_ja"),
                row.get("replaced_by").isEmpty() ? null : row.get("replaced_by"),
                row.get("source_ja"),
                asOf,
                isTold,
                row.get("notes_ja"));
    }

    private static @Nullable LocalDate day(String written) {
        return written.isEmpty() ? null : LocalDate.parse(written);
    }

    private static <E extends Enum<E> & Coded> List<E> codes(Class<E> type, String column) {
        return Arrays.stream(column.split("\\|"))
                .map(one -> Coded.find(type, one).orElseThrow(() -> new IllegalStateException(one)))
                .toList();
    }
}
