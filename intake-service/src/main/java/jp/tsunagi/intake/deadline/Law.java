package jp.tsunagi.intake.deadline;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import jp.tsunagi.platform.code.ResourceLines;

/**
 * A law by the name that it had from a day on: laws.tsv.
 *
 * @param id of e-Gov; it stays when the name changes
 * @param number as it is cited, with the year of its era
 */
public record Law(String id, LocalDate from, String number, String nameJa, String shortJa, String nameEn) {

    private static final List<Law> LAWS = ResourceLines.of(Law.class, "/laws.tsv")
            .map(Law::read)
            .sorted(Comparator.comparing(Law::from).reversed())
            .toList();

    private static Law read(String line) {
        String[] columns = line.split("\t", -1);
        if (columns.length != 6) {
            throw new IllegalStateException(line);
        }
        return new Law(columns[0], LocalDate.parse(columns[1]), columns[2], columns[3], columns[4], columns[5]);
    }

    /** As it is called on a day; before its first line by that one. */
    public static Law named(String id, LocalDate on) {
        List<Law> all = LAWS.stream().filter(law -> law.id.equals(id)).toList();
        return all.stream().filter(law -> !law.from.isAfter(on)).findFirst().orElseGet(all::getLast);
    }

    /** How people call it. */
    public String name(Locale reader) {
        return reader.getLanguage().equals(Locale.JAPANESE.getLanguage()) ? shortJa : nameEn;
    }
}
