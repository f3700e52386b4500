package jp.tsunagi.intake.triage;

import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.tsunagi.intake.submission.Consulter;
import jp.tsunagi.intake.submission.Danger;
import jp.tsunagi.intake.submission.Submission;
import jp.tsunagi.vocabulary.Category;
import jp.tsunagi.vocabulary.Urgency;
import jp.tsunagi.vocabulary.Wish;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a person wrote and asks the rules what follows: urgency, kinds of harm, the wish, and desks, each with its
 * reasons and the person's own words. It suggests; a person decides.
 */
@Startup
@Singleton
public class Triage {

    private static final Logger LOG = Logger.getLogger(Triage.class);

    private final Signs signs;
    private final RuleSet rules;
    private final Learned learned;

    /** With the signs and rules of this repository, and what the build learned. */
    Triage() {
        this(
                Signs.read(YamlFile.parse("signs.yaml", resource("/triage/signs.yaml"))),
                resource("/triage/learned.bin", LabelledTexts::learned),
                resource("/triage/rules.yaml"));
    }

    private Triage(Signs signs, Learned learned, String rules) {
        this(signs, learned, RuleSet.read(YamlFile.parse("rules.yaml", rules), signs.names()));
    }

    Triage(Signs signs, Learned learned, RuleSet rules) {
        this.signs = signs;
        this.learned = learned;
        this.rules = rules;
    }

    private interface Reader<T> {
        T read(InputStream file) throws IOException;
    }

    private static <T> T resource(String path, Reader<T> reader) {
        try (InputStream file = Triage.class.getResourceAsStream(path)) {
            if (file == null) {
                throw new IllegalStateException(path + " is missing");
            }
            return reader.read(new BufferedInputStream(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String resource(String path) {
        return resource(path, file -> new String(file.readAllBytes(), StandardCharsets.UTF_8));
    }

    public RuleSet rules() {
        return rules;
    }

    /**
     * What the answers and the words of a consultation suggest. When reading fails, the case is urgent and says why: nobody
     * waits longer because a program did not understand them.
     */
    public Assessment assess(Submission told) {
        try {
            return read(told);
        } catch (RuntimeException | StackOverflowError failed) {
            // The text itself is never written to a log.
            LOG.errorf(
                    "a text of %d characters could not be read: %s", told.text().length(), failed.getClass());
            return Assessment.unread(rules.version(), isDanger(told) ? Urgency.EMERGENCY : Urgency.HIGH);
        }
    }

    /** What the answers say without any rule. */
    private static boolean isDanger(Submission told) {
        return told.danger() == Danger.YES
                || told.wish() == Wish.SAFETY
                || told.categories().contains(Category.SUICIDE_RISK)
                || told.categories().contains(Category.SEXTORTION);
    }

    /** What a text alone suggests. */
    public Assessment assess(String text) {
        return assess(
                new Submission(Wish.UNANSWERED, text, List.of(), List.of(), Danger.UNANSWERED, Consulter.UNKNOWN, ""));
    }

    /**
     * What a desk writes about a case. Only signs count: what was learned comes from what consulters write, and an office's
     * prose would ring for nothing.
     */
    public Assessment assessNote(String text) {
        Assessment heard = assess(text);
        if (heard.unread()) {
            return heard;
        }
        List<Assessment.Reason> signed = heard.urgencyReasons().stream()
                .filter(why -> rules.names(why.rule(), signs.telling()))
                .toList();
        Urgency urgency = signed.isEmpty() ? Urgency.NORMAL : heard.urgency();
        return new Assessment(
                heard.rules(), false, urgency, signed, List.of(), null, List.of(), List.of(), List.of(), List.of());
    }

    private Assessment read(Submission told) {
        Sentences text = Sentences.of(told.text());
        List<Finding> findings = signs.in(text);
        Learned.Guess like = learned.guess(text, findings);
        Words words = Words.of(findings, like);
        Set<String> heard = words.bySign.keySet();

        Set<String> categories = new LinkedHashSet<>();
        told.categories().forEach(category -> categories.add(category.code()));
        Wish wish = told.wish();
        Rule.Facts facts = facts(told, heard, wish, categories, null, like);

        Map<Category, List<Assessment.Reason>> kinds = new LinkedHashMap<>();
        for (RuleSet.Held held : rules.holding(facts, Rule.Answer.Kinds.class)) {
            ((Rule.Answer.Kinds) held.rule().answer())
                    .categories()
                    .forEach(kind ->
                            kinds.computeIfAbsent(kind, _ -> new ArrayList<>()).add(reason(held, words)));
        }
        kinds.keySet().forEach(kind -> categories.add(kind.code()));

        Assessment.Suggested<Wish> wanted = null;
        if (wish == Wish.UNANSWERED) {
            List<RuleSet.Held> wishes =
                    rules.holding(facts(told, heard, wish, categories, null, like), Rule.Answer.Wanted.class);
            if (!wishes.isEmpty()) {
                wish = ((Rule.Answer.Wanted) wishes.getFirst().rule().answer()).wish();
                wanted = new Assessment.Suggested<>(wish, List.of(reason(wishes.getFirst(), words)));
            }
        }

        List<RuleSet.Held> urgent =
                rules.holding(facts(told, heard, wish, categories, null, like), Rule.Answer.Urgent.class);
        Urgency urgency = urgent.stream()
                .map(Triage::urgency)
                .min(Comparator.naturalOrder())
                .orElse(Urgency.NORMAL);
        List<Assessment.Reason> urgencyReasons = urgent.stream()
                .filter(held -> urgency(held) == urgency)
                .map(held -> reason(held, words))
                .toList();

        Rule.Facts all = facts(told, heard, wish, categories, urgency, like);
        List<Assessment.Suggested<String>> notDesks = group(rules.holding(all, Rule.Answer.NotTo.class), words);
        List<RuleSet.Held> towards = rules.holding(all, Rule.Answer.To.class).stream()
                .sorted(Comparator.comparing(Triage::weight).reversed())
                .toList();
        List<Assessment.Suggested<String>> desks = group(towards, words).stream()
                .filter(desk -> notDesks.stream().noneMatch(not -> not.value().equals(desk.value())))
                .toList();
        return new Assessment(
                rules.version(),
                false,
                urgency,
                urgencyReasons,
                kinds.entrySet().stream()
                        .map(kind -> new Assessment.Suggested<>(kind.getKey(), kind.getValue()))
                        .toList(),
                wanted,
                desks,
                notDesks,
                named(words),
                harmless(findings));
    }

    private List<Assessment.Named> named(Words words) {
        return words.bySign.entrySet().stream()
                .filter(sign -> !rules.named(sign.getKey()).isEmpty())
                .map(sign -> new Assessment.Named(
                        rules.named(sign.getKey()),
                        sign.getValue().stream().distinct().toList()))
                .toList();
    }

    private static List<Assessment.Harmless> harmless(List<Finding> findings) {
        List<Assessment.Harmless> harmless = new ArrayList<>();
        for (Finding one : findings) {
            Discount why = one.discount();
            if (why != null) {
                harmless.add(new Assessment.Harmless(one.sign(), one.words(), why));
            }
        }
        return harmless;
    }

    private static Rule.Facts facts(
            Submission told,
            Set<String> heard,
            Wish wish,
            Set<String> categories,
            @Nullable Urgency urgency,
            Learned.Guess like) {
        return new Rule.Facts(
                List.copyOf(heard),
                told.wish().code(),
                wish.code(),
                told.consulter().type().code(),
                told.consulter().ageBand().code(),
                told.danger().code(),
                told.consulter().ageBand().isMinor(),
                told.urls().size(),
                told.text().strip().length(),
                told.categories().stream().map(Category::code).toList(),
                List.copyOf(categories),
                urgency,
                like);
    }

    /** Desks in the order in which they are first named, each with all its reasons. */
    private static List<Assessment.Suggested<String>> group(List<RuleSet.Held> held, Words words) {
        Map<String, List<Assessment.Reason>> desks = new LinkedHashMap<>();
        held.forEach(
                one -> desks.computeIfAbsent(desk(one), _ -> new ArrayList<>()).add(reason(one, words)));
        return desks.entrySet().stream()
                .map(desk -> new Assessment.Suggested<>(desk.getKey(), desk.getValue()))
                .toList();
    }

    private static Assessment.Reason reason(RuleSet.Held held, Words words) {
        return new Assessment.Reason(held.rule().id(), held.rule().version(), words.of(held));
    }

    /** What of the person's words led to an answer. */
    private record Words(Map<String, List<String>> bySign, Learned.Guess like) {

        static Words of(List<Finding> findings, Learned.Guess like) {
            Map<String, List<String>> bySign = new LinkedHashMap<>();
            findings.stream()
                    .filter(Finding::counts)
                    .forEach(one -> bySign.computeIfAbsent(one.sign(), _ -> new ArrayList<>())
                            .add(one.words()));
            return new Words(bySign, like);
        }

        /** The words of the signs that a rule asks for; what texts like it share only when there are none. */
        List<String> of(RuleSet.Held held) {
            List<String> ofSigns = bySign.entrySet().stream()
                    .filter(sign -> held.named().contains(sign.getKey()))
                    .flatMap(sign -> sign.getValue().stream())
                    .distinct()
                    .toList();
            if (!ofSigns.isEmpty()) {
                return ofSigns;
            }
            return switch (held.rule().answer()) {
                case Rule.Answer.Urgent _ when held.named().contains(Condition.LIKE_EMERGENCY) -> like.words();
                case Rule.Answer.To _ when held.named().contains(Condition.LIKE_DESK) -> like.deskWords();
                default -> List.of();
            };
        }
    }

    private static Urgency urgency(RuleSet.Held held) {
        return ((Rule.Answer.Urgent) held.rule().answer()).urgency();
    }

    private static int weight(RuleSet.Held held) {
        return ((Rule.Answer.To) held.rule().answer()).weight();
    }

    private static String desk(RuleSet.Held held) {
        return held.rule().answer() instanceof Rule.Answer.To to
                ? to.desk()
                : ((Rule.Answer.NotTo) held.rule().answer()).desk();
    }
}
