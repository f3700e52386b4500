package jp.tsunagi.intake.publicform;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagi.intake.desk.Desk;
import jp.tsunagi.intake.desk.Desks;
import jp.tsunagi.platform.code.Json;
import org.jspecify.annotations.Nullable;

/**
 * Which desks help in which danger, by urgent-help.json; their telephone numbers and hours are those of the directory. A
 * desk that the directory does not know, or that has no telephone, is left out.
 */
@ApplicationScoped
class UrgentHelps {

    private final Desks desks;
    private final Map<DangerSign, Entry> entries;

    UrgentHelps(Desks desks) {
        this.desks = desks;
        this.entries = Arrays.stream(Json.published("/urgent-help.json", Entry[].class))
                .collect(Collectors.toMap(Entry::sign, Function.identity()));
    }

    /** What the file says of one danger, from where, and when somebody last looked whether that is so. */
    private record Entry(DangerSign sign, List<DeskLine> desks, List<Page> pages, String source, LocalDate asOf) {}

    /** A desk, or one of the lines that stand beside each other in its telephone. */
    private record DeskLine(
            String desk, Desk.@Nullable Name line, @Nullable String tone) {}

    private record Page(Desk.Name name, String url) {}

    List<UrgentHelp> of(List<DangerSign> signs, Locale locale) {
        return signs.stream().map(sign -> of(sign, locale)).toList();
    }

    UrgentHelp of(DangerSign sign, Locale locale) {
        Entry entry = requireNonNull(entries.get(sign), "urgent-help.json has nothing for " + sign);
        return new UrgentHelp(
                sign,
                entry.desks.stream().flatMap(line -> line(line, locale)).toList(),
                entry.pages.stream()
                        .map(page -> new UrgentHelp.Place(page.name.in(locale), page.url))
                        .toList());
    }

    private Stream<UrgentHelp.Line> line(DeskLine wanted, Locale locale) {
        return desks
                .find(wanted.desk)
                .filter(desk -> desk.profile().phone() != null)
                .map(desk -> line(wanted, desk, locale))
                .stream();
    }

    private static UrgentHelp.Line line(DeskLine wanted, Desk desk, Locale locale) {
        String phone = String.valueOf(desk.profile().phone());
        Desk.Name line = wanted.line;
        if (line != null && phone.contains(line.ja())) {
            String number = phone.substring(phone.indexOf(line.ja()) + line.ja().length())
                    .split("/", 2)[0]
                    .strip();
            return new UrgentHelp.Line(line.in(locale), number, desk.profile().hoursJa(), wanted.tone);
        }
        return new UrgentHelp.Line(desk.name().in(locale), phone, desk.profile().hoursJa(), wanted.tone);
    }
}
