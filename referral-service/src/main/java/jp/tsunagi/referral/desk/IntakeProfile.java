package jp.tsunagi.referral.desk;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import jakarta.validation.constraints.Size;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import jp.tsunagi.vocabulary.AgeBand;
import jp.tsunagi.vocabulary.ConsulterType;
import jp.tsunagi.vocabulary.Field;
import jp.tsunagi.vocabulary.Label;

/**
 * What a desk needs, likes and will not take: checked before anything leaves.
 *
 * @param acceptedAgeBands empty when age does not matter
 * @param conditionsJa what a computer cannot check and a person must read
 */
public record IntakeProfile(
        @JsonDeserialize(as = LinkedHashSet.class) @Size(max = MAX_CODES)
        Set<Field> requiredFields,

        @JsonDeserialize(as = LinkedHashSet.class) @Size(max = MAX_CODES)
        Set<Field> wantedFields,

        @JsonDeserialize(as = LinkedHashSet.class) @Size(max = MAX_CODES)
        Set<Field> refusedFields,

        @JsonDeserialize(as = LinkedHashSet.class) @Size(max = MAX_CODES)
        Set<ConsulterType> refusedConsulterTypes,

        @JsonDeserialize(as = LinkedHashSet.class) @Size(max = MAX_CODES)
        Set<AgeBand> acceptedAgeBands,

        Label labelCeiling,
        @Size(max = 20) List<@Size(max = 500) String> conditionsJa) {

    /** More than any list of codes has. */
    private static final int MAX_CODES = 100;

    public IntakeProfile {
        requiredFields = orNone(requiredFields);
        wantedFields = orNone(wantedFields);
        refusedFields = orNone(refusedFields);
        refusedConsulterTypes = orNone(refusedConsulterTypes);
        acceptedAgeBands = orNone(acceptedAgeBands);
        labelCeiling = labelCeiling == null ? Label.AMBER_STRICT : labelCeiling;
        conditionsJa = conditionsJa == null ? List.of() : List.copyOf(conditionsJa);
    }

    private static <T> Set<T> orNone(Set<T> values) {
        return values == null ? Set.of() : Collections.unmodifiableSet(new LinkedHashSet<>(values));
    }
}
