package jp.tsunagi.intake.letter;

import static java.util.Objects.requireNonNull;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagi.intake.deadline.Law;
import jp.tsunagi.intake.provider.ProviderEntry;
import jp.tsunagi.intake.provider.ProviderMessages;
import jp.tsunagi.intake.removal.RequestForm;
import jp.tsunagi.intake.removal.TargetFile;
import jp.tsunagi.intake.submission.CaseClassification;
import jp.tsunagi.platform.audit.Audit;
import jp.tsunagi.platform.code.Coded;
import jp.tsunagi.platform.code.Json;
import jp.tsunagi.platform.document.PdfDocument;
import jp.tsunagi.platform.http.Version;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.language.Messages;
import jp.tsunagi.platform.page.JapanTime;
import jp.tsunagi.platform.problem.PlatformProblem;
import jp.tsunagi.platform.problem.Refusal;
import jp.tsunagi.platform.sealing.DataKey;
import jp.tsunagi.vocabulary.Category;
import jp.tsunagi.vocabulary.ConsulterType;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Letters to providers: what one begins with, what is kept of it, and how it looks. The consulter signs and sends it. Who
 * they are stands in the letter alone; nothing of that is ever stored.
 */
@ApplicationScoped
public class Letters {

    /** A letter takes tens of megabytes while it is set; many at once would end the service. */
    private static final Semaphore RENDERING = new Semaphore(2);

    private static final Duration PATIENCE = Duration.ofSeconds(10);

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

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance letter(Page page);
    }

    /** A letter as it is set. */
    record Page(String title, String date, String recipient, String request, List<Line> lines, Letter letter) {}

    /** @param isForSender whether who wrote the post gets to read it */
    public record Line(String label, String text, boolean isForSender, boolean isBlank) {}

    private record Kept(List<Letter.Value> fields) {}

    public static RequestForm form(String code) {
        return Coded.find(RequestForm.class, code).orElseThrow(() -> new Refusal(PlatformProblem.NOT_FOUND));
    }

    public Letter read(RequestForm form, List<Letter.Value> written) {
        return Letter.read(form, written);
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
        rows.findByIdOptional(id)
                .ifPresentOrElse(
                        row -> {
                            if (row.version != expectedVersion) {
                                throw Version.stale(row.version, row.savedBy, row.savedAt);
                            }
                        },
                        () -> {
                            if (expectedVersion != 0) {
                                throw Version.stale(0);
                            }
                        });
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

    /** The letter to sign, as a tagged PDF of today. Outside a transaction: it takes longer than anything else. */
    private static byte[] pdf(Page page) {
        boolean isMine = false;
        try {
            isMine = RENDERING.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            if (!isMine) {
                throw new Refusal(PlatformProblem.TEMPORARILY_UNAVAILABLE);
            }
            return PdfDocument.render(
                    Templates.letter(page).setLocale(Locale.JAPANESE).render());
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new Refusal(PlatformProblem.TEMPORARILY_UNAVAILABLE);
        } finally {
            if (isMine) {
                RENDERING.release();
            }
        }
    }

    /** The same to copy into a form on the web. */
    public String text(Letter letter) {
        Page page = page(letter);
        return Stream.concat(
                        Stream.of(page.recipient, page.title, page.request).filter(line -> !line.isEmpty()),
                        page.lines.stream()
                                .filter(line -> !line.isBlank)
                                .map(line -> "■ " + line.label + "\n" + line.text))
                .collect(Collectors.joining("\n\n"));
    }

    /** The same for programs. */
    public LetterView view(Letter letter, @Nullable LetterDraft kept) {
        return new LetterView(
                letter.form(),
                letter.written(),
                LetterField.of(letter.form()).stream()
                        .filter(LetterField::isForSender)
                        .toList(),
                letter.empty(),
                text(letter),
                kept == null ? 0 : kept.version(),
                kept == null ? null : kept.savedBy(),
                kept == null ? null : kept.savedAt());
    }

    /** How it will look. */
    public LetterPreview preview(Letter letter) {
        Page page = page(letter);
        return new LetterPreview(page.title, page.lines, text(letter), letter.empty());
    }

    /** The letter to sign, as a file that nothing keeps on the way. */
    public RestResponse<byte[]> download(Letter letter) {
        return ResponseBuilder.ok(pdf(page(letter)))
                .type("application/pdf")
                .header("Content-Disposition", "attachment; filename=\"letter.pdf\"")
                .header("Cache-Control", "no-store")
                .build();
    }

    private Page page(Letter letter) {
        LetterMessages texts = texts();
        LocalDate today = LocalDate.ofInstant(clock.instant(), JapanTime.ZONE);
        List<Line> lines = new ArrayList<>();
        for (LetterField field : LetterField.of(letter.form())) {
            boolean isUnneeded = field == LetterField.PROVIDER
                    || (field == LetterField.HARMED_NAME
                            && !letter.isByOther()
                            && letter.text(field).isEmpty());
            if (!isUnneeded) {
                lines.add(line(letter, field, texts));
            }
        }
        String provider = letter.text(LetterField.PROVIDER);
        return new Page(
                texts.title(letter.form()),
                JapanTime.jst(today, Locale.JAPANESE),
                texts.recipient(provider.isEmpty() ? texts.blank() : provider),
                texts.request(letter.form())
                        .replace(
                                "%law%",
                                letter.form()
                                        .law()
                                        .map(law -> Law.named(law, today).nameJa())
                                        .orElse("")),
                lines,
                letter);
    }

    private static Line line(Letter letter, LetterField field, LetterMessages texts) {
        String written = field.options().isEmpty()
                ? letter.text(field)
                : letter.chosen(field).stream().map(texts::option).collect(Collectors.joining("\n"));
        boolean isNameTold = letter.form() == RequestForm.DISCLOSURE
                ? !letter.chosen(LetterField.WITHHELD).contains(LetterOption.WITHHOLD_NAME)
                : letter.chosen(LetterField.NAME_TO_SENDER).contains(LetterOption.NAME_SHOWN);
        boolean isShown = field.isForSender() || (isName(field) && isNameTold);
        boolean isWithheld = switch (field) {
            case REASON -> letter.chosen(LetterField.WITHHELD).contains(LetterOption.WITHHOLD_REASON);
            case EVIDENCE -> letter.chosen(LetterField.WITHHELD).contains(LetterOption.WITHHOLD_EVIDENCE);
            default -> false;
        };
        return new Line(
                field == LetterField.REASON && letter.form() == RequestForm.DISCLOSURE
                        ? texts.clearReason()
                        : texts.label(field),
                written.isEmpty() ? texts.blank() : written,
                isShown && !isWithheld,
                written.isEmpty());
    }

    private static boolean isName(LetterField field) {
        return field == LetterField.NAME || field == LetterField.HARMED_NAME;
    }

    private static LetterMessages texts() {
        return Messages.in(Locale.JAPANESE, LetterMessages.class);
    }
}
