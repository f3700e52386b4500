package jp.tsunagi.intake.desk;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import jp.tsunagi.platform.code.Coded;
import jp.tsunagi.vocabulary.ReasonCode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Why a desk did not take a referral, ended it without a result, or paused it. Mostly a published reason code; a
 * referral that could not be delivered carries the problem code of referral-service, and that list is open.
 */
@Schema(
        implementation = String.class,
        description = "A published reason code, or the code of the problem that stopped a delivery")
public record DeskReason(@JsonValue String code) {

    /** Reasons beside the published ones, with a label each. An unknown code counts as not delivered. */
    public enum Unlisted implements Coded {
        REJECTED,
        FAILED,
        CANCELLED,
        NOT_DELIVERED,

        // Problem codes of referral-service that stop a delivery.
        DESK_UNKNOWN,
        ORIGIN_DESK_UNKNOWN,
        OPEN_REFERRAL_EXISTS,
        DESK_NOT_ACCEPTING,
        CONSULTER_TYPE_REFUSED,
        AGE_BAND_REFUSED,
        LABEL_ABOVE_CEILING,
        SUPERVISOR_REQUIRED,
        SUMMARY_MISSING,
        FIELD_MISSING,
        FIELD_REFUSED,
        BASIS_MISSING,
        BASIS_NOT_FOR_HOLDER,
        BASIS_TEXT_VERSION_MISSING,
        BASIS_TIME_MISSING,
        BASIS_TIME_IN_FUTURE,
        BASIS_TIME_TOO_OLD,
        BASIS_RECORD_MISSING,
        BASIS_REASON_MISSING,
        APPROVER_SAME,
        HANDED_OVER_BY_INTAKE,
        HAND_OVER_ANEW;

        private final String code = Coded.kebab(name());

        @Override
        public String code() {
            return code;
        }
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public DeskReason {}

    public static @Nullable DeskReason of(@Nullable String code) {
        return code == null ? null : new DeskReason(code);
    }

    /** The published reason code; null when it is none of them. */
    public @Nullable ReasonCode published() {
        return Coded.find(ReasonCode.class, code).orElse(null);
    }

    /** The reason to show when {@link #published()} has none. */
    public Unlisted unlisted() {
        Optional<Unlisted> known = Coded.find(Unlisted.class, code);
        return known.orElse(Unlisted.NOT_DELIVERED);
    }
}
