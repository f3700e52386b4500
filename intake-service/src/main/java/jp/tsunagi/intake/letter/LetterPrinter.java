package jp.tsunagi.intake.letter;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagi.intake.deadline.Law;
import jp.tsunagi.intake.removal.RequestForm;
import jp.tsunagi.platform.document.PdfDocument;
import jp.tsunagi.platform.language.Messages;
import jp.tsunagi.platform.page.JapanTime;
import jp.tsunagi.platform.problem.PlatformProblem;
import jp.tsunagi.platform.problem.Refusal;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** How a letter looks: on the page before it is sent, as text to copy, and as the file to sign. */
@ApplicationScoped
public class LetterPrinter {

    /** A letter takes tens of megabytes while it is set; many at once would end the service. */
    private static final Semaphore RENDERING = new Semaphore(2);

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Clock clock;

    LetterPrinter(Clock clock) {
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
