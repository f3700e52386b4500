package jp.tsunagi.intake.submission;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import jp.tsunagi.vocabulary.Category;
import jp.tsunagi.vocabulary.Wish;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What the public form or a machine sends, before it is checked; only the text is required. What was left out is not
 * answered, and nobody may read an answer into it (decision 0037).
 *
 * @param contact mail address for "there is news"
 */
@Schema(name = "ConsultationRequest")
public record RawSubmission(
        Wish wish,

        @Schema(maxLength = Narrative.MAX_CODE_POINTS, required = true)
        String text,

        @Size(max = MAX_CATEGORIES) List<@NotNull Category> categories,
        @Size(max = ContentUrls.MAX_COUNT) List<@Size(max = MAX_URL_FIELD) String> urls,
        Danger danger,
        Consulter consulter,
        @Schema(maxLength = MailAddress.MAX_LENGTH) String contact) {

    /** More than there are: whoever names one twice is not refused for it. */
    private static final int MAX_CATEGORIES = 40;

    /** A field may hold a paste of several URLs. */
    private static final int MAX_URL_FIELD = 4_000;

    public RawSubmission(
            @Nullable Wish wish,
            @Nullable String text,
            @Nullable List<Category> categories,
            @Nullable List<String> urls,
            @Nullable Danger danger,
            @Nullable Consulter consulter,
            @Nullable String contact) {
        this.wish = wish == null ? Wish.UNANSWERED : wish;
        this.text = text == null ? "" : text;
        this.categories = categories == null ? List.of() : categories;
        this.urls = urls == null ? List.of() : urls;
        this.danger = danger == null ? Danger.UNANSWERED : danger;
        this.consulter = consulter == null ? Consulter.UNKNOWN : consulter;
        this.contact = contact == null ? "" : contact;
    }
}
