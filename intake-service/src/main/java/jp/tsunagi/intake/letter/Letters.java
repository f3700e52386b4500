package jp.tsunagi.intake.letter;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.tsunagi.intake.provider.ProviderEntry;
import jp.tsunagi.intake.provider.ProviderMessages;
import jp.tsunagi.intake.removal.RequestForm;
import jp.tsunagi.intake.removal.TargetFile;
import jp.tsunagi.intake.submission.CaseClassification;
import jp.tsunagi.platform.audit.Audit;
import jp.tsunagi.platform.code.Coded;
import jp.tsunagi.platform.code.Json;
import jp.tsunagi.platform.http.Version;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.language.Messages;
import jp.tsunagi.platform.problem.PlatformProblem;
import jp.tsunagi.platform.problem.Refusal;
import jp.tsunagi.platform.sealing.DataKey;
import jp.tsunagi.vocabulary.Category;
import jp.tsunagi.vocabulary.ConsulterType;

/**
 * Letters to providers: what one begins with, and what is kept of it. The consulter signs and sends it. Who they are stands
 * in the letter alone; nothing of that is ever stored.
 */
@ApplicationScoped
public class Letters {

    private final LetterDraftRows rows;
    private final Audit audit;
    private final Json json;
    private final Clock clock;

    Letters(LetterDraftRows rows, Audit audit, Json json, Clock clock) {
        this.rows = rows;
        this.audit = audit;
        this.json = json;
        this.clock = clock;
    }

    private record Kept(List<Letter.Value> fields) {}

    public static RequestForm form(String code) {
        return Coded.find(RequestForm.class, code).orElseThrow(() -> new Refusal(PlatformProblem.NOT_FOUND));
    }

    /**
     * What is known before anybody has written: the place, the right, who applies.
     *
     * @param provider what may be told of it to the reader, empty for nothing
     */
    public Letter prefilled(
            RequestForm form, TargetFile target, CaseClassification about, Optional<ProviderEntry> provider) {
        LetterMessages texts = texts();
        Map<LetterField, List<String>> values = new EnumMap<>(LetterField.class);
        values.put(
                LetterField.PROVIDER,
                List.of(provider.map(known -> known.provider().operator())
                        .orElse(texts.operatorOf(target.target().url().host()))));
        values.put(LetterField.PLACE, List.of(target.target().url().canonical()));
        String rights = form == RequestForm.TERMS_REPORT
                ? provider.stream()
                        .flatMap(_ -> target.terms().stream())
                        .map(Messages.in(Locale.JAPANESE, ProviderMessages.class)::category)
                        .collect(Collectors.joining(texts.and()))
                : Right.of(ofForm(about.categories(), form)).stream()
                        .map(texts::right)
                        .collect(Collectors.joining(texts.and()));
        if (!rights.isEmpty()) {
            values.put(LetterField.RIGHT, List.of(rights));
        }
        applicant(about).ifPresent(who -> values.put(LetterField.APPLICANT, List.of(who.code())));
        values.put(LetterField.NAME_TO_SENDER, List.of(LetterOption.NAME_HIDDEN.code()));
        values.put(LetterField.PURPOSES, List.of(LetterOption.DAMAGES.code()));
        values.put(
                LetterField.INFORMATION,
                LetterField.INFORMATION.options().stream()
                        .map(LetterOption::code)
                        .toList());
        values.put(LetterField.WITHHELD, List.of(LetterOption.WITHHOLD_NAME.code()));
        values.keySet().retainAll(LetterField.of(form));
        return new Letter(form, values);
    }

    /** The kinds of harm that such a letter is about: another form has the others. */
    private static List<Category> ofForm(List<Category> categories, RequestForm form) {
        return categories.stream()
                .filter(one -> RequestForm.of(List.of(one)).contains(form))
                .toList();
    }

    private static Optional<LetterOption> applicant(CaseClassification about) {
        if (about.consulterType() == ConsulterType.AGENT) {
            return Optional.of(LetterOption.AGENT);
        }
        if (about.consulterType() == ConsulterType.GUARDIAN) {
            return Optional.of(LetterOption.GUARDIAN);
        }
        return about.consulterType() == ConsulterType.VICTIM_SELF
                ? Optional.of(about.ageBand().isMinor() ? LetterOption.GUARDIAN : LetterOption.SELF)
                : Optional.empty();
    }

    /** What the consulter, or else the counsellors, have kept of a letter. */
    public Optional<LetterDraft> find(UUID target, RequestForm form, boolean byConsulter, DataKey key) {
        return rows.findByIdOptional(new LetterDraftRow.Key(target, form, byConsulter))
                .map(row -> new LetterDraft(
                        Letter.read(
                                form,
                                json.read(requireNonNull(key.open(row.fields, name(row.key), "fields")), Kept.class)
                                        .fields()),
                        row.version,
                        row.savedBy,
                        row.savedAt));
    }

    /** Keeps a letter of the consulter, without who they are. */
    public void keep(UUID consultation, UUID target, Letter letter, DataKey key) {
        store(consultation, new LetterDraftRow.Key(target, letter.form(), true), letter, key, Actor.consulter());
    }

    /**
     * The same for counsellors.
     *
     * @param expectedVersion what was read; 0 for a letter that nobody has begun
     */
    public LetterDraft keep(
            UUID consultation, UUID target, Letter letter, long expectedVersion, DataKey key, Actor by) {
        LetterDraftRow.Key id = new LetterDraftRow.Key(target, letter.form(), false);
        Optional<LetterDraftRow> stored = rows.findByIdOptional(id);
        long version = stored.map(row -> row.version).orElse(0L);
        if (version != expectedVersion) {
            throw stored.map(row -> Version.stale(version, row.savedBy, row.savedAt))
                    .orElseGet(() -> Version.stale(version));
        }
        LetterDraftRow row = store(consultation, id, letter, key, by);
        return new LetterDraft(letter.withoutIdentity(), row.version, row.savedBy, row.savedAt);
    }

    private LetterDraftRow store(UUID consultation, LetterDraftRow.Key id, Letter letter, DataKey key, Actor by) {
        LetterDraftRow row = rows.findByIdOptional(id).orElseGet(() -> {
            LetterDraftRow first = new LetterDraftRow();
            first.key = id;
            first.consultationId = consultation;
            return first;
        });
        String kept = json.write(new Kept(letter.withoutIdentity().written()));
        row.fields = requireNonNull(key.seal(kept, name(id), "fields"));
        row.savedBy = by.name();
        row.savedAt = clock.instant();
        row.version++;
        rows.persist(row);
        audit.record(by, "consultation.draft-letter", "consultation/" + consultation, null);
        return row;
    }

    private static String name(LetterDraftRow.Key key) {
        return key.targetId() + "/" + key.form().code() + "/" + key.byConsulter();
    }

    private static LetterMessages texts() {
        return Messages.in(Locale.JAPANESE, LetterMessages.class);
    }
}
