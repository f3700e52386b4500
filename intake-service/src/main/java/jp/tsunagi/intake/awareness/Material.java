package jp.tsunagi.intake.awareness;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import jp.tsunagi.vocabulary.Category;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A material against trouble on the internet: a line of awareness.csv. The texts are Japanese, as it is published.
 *
 * @param audiences for whom it was made
 * @param categories kinds of harm for which it is offered
 * @param url where it is; empty where nobody knows it
 * @param editionJa which edition, as its publisher says; empty for none
 * @param replacedBy code of the edition that came after it; null for the newest
 * @param source where we read of it
 * @param asOf on which day that was written; null when it does not say
 * @param isTold whether consulters are shown it: its address and its day are known, and it frightens nobody
 * @param notesJa for counsellors
 */
@Schema(name = "AwarenessMaterial")
public record Material(
        String code,
        String titleJa,
        String titleEn,
        String publisherJa,
        List<Audience> audiences,
        List<Category> categories,
        List<MaterialForm> forms,
        String url,
        String editionJa,
        @Nullable String replacedBy,
        String source,
        @Nullable LocalDate asOf,
        @JsonIgnore boolean isTold,
        String notesJa) {

    public Material {
        audiences = List.copyOf(audiences);
        categories = List.copyOf(categories);
        forms = List.copyOf(forms);
    }

    public String title(Locale reader) {
        return reader.getLanguage().equals(Locale.JAPANESE.getLanguage()) ? titleJa : titleEn;
    }
}
