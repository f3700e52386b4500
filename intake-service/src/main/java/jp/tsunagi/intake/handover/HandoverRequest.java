package jp.tsunagi.intake.handover;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.tsunagi.intake.submission.Narrative;
import jp.tsunagi.vocabulary.Field;
import jp.tsunagi.vocabulary.Ground;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What to pass on, to which desk, and why that is allowed: as a counsellor or a program asked for it, and as it is kept
 * while it waits for a second person.
 */
public record HandoverRequest(
        @Schema(maxLength = MAX_DESK_CODE, required = true, examples = "SIA_HIBO") @Nullable
        String targetDesk,

        @Size(max = MAX_FIELDS) @Nullable List<@NotNull Field> fields,

        @Schema(maxLength = HandoverPlan.MAX_SUMMARY, required = true) @Nullable
        String summary,

        @Valid @Nullable BasisRequest basis) {

    private static final int MAX_DESK_CODE = 40;
    private static final int MAX_TEXT_VERSION = 40;
    private static final int MAX_REASON = 2_000;

    /** More than there are: whoever names one twice is not refused for it. */
    private static final int MAX_FIELDS = 10;

    /**
     * Consent with a text version or a time was told to the counsellor; without them it is on record.
     *
     * @param fields what the consulter agreed to, when that is not exactly what is passed on
     */
    @Schema(name = "HandoverBasis")
    public record BasisRequest(
            @Nullable Ground kind,
            @Size(max = MAX_TEXT_VERSION) @Nullable String textVersion,
            @Nullable Instant givenAt,
            @Size(max = MAX_FIELDS) @Nullable List<@NotNull Field> fields,
            @Size(max = MAX_REASON) @Nullable String reason) {

        Basis read(Ground ground) {
            if (ground != Ground.CONSENT) {
                return new Basis.OtherGround(Optional.of(ground), given(reason));
            }
            boolean isTold = !Narrative.isBlank(textVersion) || givenAt != null;
            return isTold
                    ? new Basis.ConsentTold(
                            given(textVersion),
                            Optional.ofNullable(givenAt),
                            Optional.ofNullable(fields).map(Set::copyOf))
                    : new Basis.ConsentOnRecord();
        }
    }

    public HandoverPlan plan() {
        return new HandoverPlan(given(targetDesk), fields == null ? Set.of() : Set.copyOf(fields), given(summary));
    }

    Basis readBasis() {
        return basis == null || basis.kind == null ? new Basis.None() : basis.read(basis.kind);
    }

    private static String given(@Nullable String text) {
        return text == null ? "" : text;
    }
}
