package jp.tsunagi.intake.publicform;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagi.intake.desk.Desk;
import jp.tsunagi.intake.desk.Desks;
import jp.tsunagi.intake.submission.Narrative;
import jp.tsunagi.intake.triage.Assessment;
import jp.tsunagi.intake.triage.Triage;
import jp.tsunagi.platform.code.Json;
import jp.tsunagi.platform.page.Form;
import org.jspecify.annotations.Nullable;

/**
 * Which desks help in which danger, by urgent-help.json; their telephone numbers and hours are those of the directory. A
 * desk that the directory does not know, or that has no telephone, is left out.
 */
@ApplicationScoped
class UrgentHelps {

    private final Desks desks;
    private final Triage triage;
    private final Map<DangerSign, Entry> entries;

    UrgentHelps(Desks desks, Triage triage) {
        this.desks = desks;
        this.triage = triage;
        this.entries = Arrays.stream(Json.published("/urgent-help.json", Entry[].class))
                .collect(Collectors.toMap(Entry::sign, Function.identity()));
    }

    /**
     * What the file says of one danger, from where, and when somebody last looked whether that is so.
     *
     * @param rules of triage that tell the danger by the words
     */
    private record Entry(
            DangerSign sign,
            Set<String> rules,
            List<DeskLine> desks,
            List<Page> pages,
            String source,
            LocalDate asOf) {}

    /** A desk, or one of the lines that stand beside each other in its telephone. */
    private record DeskLine(
            String desk, Desk.@Nullable Name line, @Nullable String tone) {}

    private record Page(Desk.Name name, String url) {}

    /** Every sign in the answers and the words. */
    List<DangerSign> signs(Form form) {
        return signs(form, rules(form.value("text")));
    }

    /** The signs that the answers given at one step added. The words are read again only where the step wrote them. */
    List<DangerSign> signs(Form form, ConsultStep step) {
        Form without = Questions.without(form, step);
        String text = form.value("text");
        Set<String> rules = rules(text);
        List<DangerSign> added = new ArrayList<>(signs(form, rules));
        added.removeAll(signs(without, text.equals(without.value("text")) ? rules : rules(without.value("text"))));
        return added;
    }

    /** What the words tell: rules that held, and signs that were not counted. */
    private Set<String> rules(String text) {
        // Nobody has checked yet how long it is.
        Assessment assessment = triage.assess(text.substring(0, Math.min(text.length(), Narrative.MAX_CODE_POINTS)));
        Set<String> rules = assessment.urgencyReasons().stream()
                .map(Assessment.Reason::rule)
                .collect(Collectors.toSet());
        // Words of danger stand behind others that are more urgent.
        assessment.categories().forEach(kind -> kind.reasons().forEach(why -> rules.add(why.rule())));
        // A number that is shown in vain costs nothing: also for words that were not counted.
        assessment.harmless().forEach(one -> rules.add(one.sign()));
        return rules;
    }

    private List<DangerSign> signs(Form form, Set<String> rules) {
        return Arrays.stream(DangerSign.values())
                .filter(sign -> sign.isTold(form) || entry(sign).rules.stream().anyMatch(rules::contains))
                .toList();
    }

    List<UrgentHelp> of(List<DangerSign> signs, Locale locale) {
        return signs.stream().map(sign -> of(sign, locale)).toList();
    }

    UrgentHelp of(DangerSign sign, Locale locale) {
        Entry entry = entry(sign);
        return new UrgentHelp(
                sign,
                entry.desks.stream().flatMap(line -> line(line, locale)).toList(),
                entry.pages.stream()
                        .map(page -> new UrgentHelp.Place(page.name.in(locale), page.url))
                        .toList());
    }

    private Entry entry(DangerSign sign) {
        return requireNonNull(entries.get(sign), "urgent-help.json has nothing for " + sign);
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
