package jp.tsunagi.intake.letter;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import jp.tsunagi.intake.removal.RequestForm;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A letter for programs.
 *
 * @param fields what it has, in the order of the form
 * @param forSender codes of the fields that the provider shows to who wrote the post
 * @param empty what is still to be written; it may stay empty and be written by hand
 * @param text to copy into a form on the web, in Japanese
 * @param version what the next change must name in {@code If-Match}; 0 while nothing is kept
 * @param savedBy which counsellor kept it last; empty for the consulter, null for a letter that nobody has kept
 */
@Schema(name = "Letter")
public record LetterView(
        RequestForm form,
        List<Letter.Value> fields,
        List<LetterField> forSender,
        List<LetterField> empty,
        String text,
        long version,
        @Nullable String savedBy,
        @Nullable Instant savedAt) {

    /** More than there are fields. */
    private static final int MAX_FIELDS = 30;

    /** What was written in a letter; a field that is left out is empty. */
    @Schema(name = "LetterRequest")
    public record Written(@NotNull @Size(max = MAX_FIELDS) List<@NotNull @Valid Entry> fields) {

        public List<Letter.Value> values() {
            return fields.stream()
                    .map(one -> new Letter.Value(one.field, one.values))
                    .toList();
        }
    }

    /** @param values the text, or the codes of what is ticked */
    @Schema(name = "LetterEntry")
    public record Entry(
            @NotNull LetterField field,

            @NotNull @Size(max = MAX_FIELDS) List<@NotNull @Size(max = MAX_ENTRY) String> values) {}

    /** Characters of a text of {@link LetterField#MAX_TEXT} code points. */
    private static final int MAX_ENTRY = 4_000;
}
