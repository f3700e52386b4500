package jp.tsunagi.referral.details;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a referral comes from, if it comes from another one.
 *
 * @param replaces the closed referral that this one opens again
 * @param basedOn the referral that its target passed on as this one
 */
public record Lineage(@Nullable UUID replaces, @Nullable UUID basedOn) {

    public static final Lineage NONE = new Lineage(null, null);
}
