package jp.tsunagi.intake.triage;

import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import jp.tsunagi.intake.submission.Consulter;
import jp.tsunagi.intake.submission.Danger;
import jp.tsunagi.intake.submission.Submission;
import jp.tsunagi.vocabulary.Category;
import jp.tsunagi.vocabulary.Urgency;
import jp.tsunagi.vocabulary.Wish;
import org.jboss.logging.Logger;

/**
 * Reads what a person wrote and asks the rules what follows: urgency, kinds of harm, the wish, and desks, each with its
 * reasons and the person's own words. It suggests; a person decides.
 */
@Startup
@Singleton
public class Triage {

    private static final Logger LOG = Logger.getLogger(Triage.class);

    private final Signs signs;
    private final Learned learned;
    private final RuleSet ofTheRelease;

    /** Replaced when the council's routing guide takes effect. */
    private volatile RuleSet rules;

    /** With the signs and rules of this repository, and what the build learned. */
    Triage() {
        this(
                Signs.read(YamlFile.parse("signs.yaml", resource("/triage/signs.yaml"))),
                resource("/triage/learned.bin", LabelledTexts::learned),
                resource("/triage/rules.yaml"),
                new RoutingGuide(RoutingGuide.OF_THE_RELEASE, resource("/triage/routing-guide.yaml")));
    }

    private Triage(Signs signs, Learned learned, String rules, RoutingGuide guide) {
        this.signs = signs;
        this.learned = learned;
        this.ofTheRelease = RuleFile.read(rules, guide, signs.names());
        this.rules = ofTheRelease;
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

    /** The rules in force. */
    public RuleSet rules() {
        return rules;
    }

    /** A rule in force, or one of the release that no routing guide in force has. */
    public Optional<Rule> find(String id) {
        return rules.find(id).or(() -> ofTheRelease.find(id));
    }

    /** What each rule says, by its id, those of {@link #find}. */
    public Map<String, String> labels(Locale locale) {
        Map<String, String> labels = new HashMap<>(ofTheRelease.labels(locale));
        labels.putAll(rules.labels(locale));
        return labels;
    }

    /** The rules and the routing guide that this release brings. */
    public RuleSet ofTheRelease() {
        return ofTheRelease;
    }

    /**
     * Reads and checks other rules, which nothing follows yet.
     *
     * @param text of the rules that are no routing guide
     * @throws InvalidRules when they are refused
     */
    public RuleSet check(String text, RoutingGuide guide) {
        return RuleFile.read(text, guide, signs.names());
    }

    /** From now on these rules are in force. */
    public void follow(RuleSet others) {
        rules = others;
    }

    /**
     * What the answers and the words of a consultation suggest. When reading fails, the case is urgent and says why: nobody
     * waits longer because a program did not understand them.
     */
    public Assessment assess(Submission told) {
        return assess(told, List.of(rules)).getFirst();
    }

    /** What each of several sets of rules suggests for the same consultation. */
    public List<Assessment> assess(Submission told, List<RuleSet> sets) {
        return assess(told, sets, _ -> true);
    }

    private List<Assessment> assess(Submission told, List<RuleSet> sets, Predicate<RuleSet.Compiled> counts) {
        List<Assessment> suggested = new ArrayList<>();
        Reading reading = null;
        for (RuleSet set : sets) {
            try {
                reading = reading == null ? read(told) : reading;
                suggested.add(set.assess(reading, counts));
            } catch (RuntimeException | StackOverflowError failed) {
                // The text itself is never written to a log.
                LOG.errorf(
                        "a text of %d characters could not be read: %s",
                        told.text().length(), failed.getClass());
                suggested.add(Assessment.unread(set.version(), isDanger(told) ? Urgency.EMERGENCY : Urgency.HIGH));
            }
        }
        return suggested;
    }

    private Reading read(Submission told) {
        Sentences text = Sentences.of(told.text());
        List<Finding> findings = signs.in(text);
        return Reading.of(told, findings, learned.guess(text, findings));
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
        return assess(alone(text));
    }

    private static Submission alone(String text) {
        return new Submission(Wish.UNANSWERED, text, List.of(), List.of(), Danger.UNANSWERED, Consulter.UNKNOWN, "");
    }

    /**
     * What a desk writes about a case: how urgent it is, and nothing else. Only rules that ask for signs count: what was
     * learned comes from what consulters write, and an office's prose would ring for nothing.
     */
    public Assessment assessNote(String text) {
        Predicate<RuleSet.Compiled> asksForSigns =
                rule -> rule.condition().named().stream().anyMatch(signs.telling()::contains);
        return assess(alone(text), List.of(rules), asksForSigns).getFirst().urgencyOnly();
    }
}
