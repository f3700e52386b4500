package jp.tsunagi.referral.desk;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
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
        @JsonDeserialize(as = LinkedHashSet.class) Set<Field> requiredFields,
        @JsonDeserialize(as = LinkedHashSet.class) Set<Field> wantedFields,
        @JsonDeserialize(as = LinkedHashSet.class) Set<Field> refusedFields,
        @JsonDeserialize(as = LinkedHashSet.class) Set<ConsulterType> refusedConsulterTypes,
        @JsonDeserialize(as = LinkedHashSet.class) Set<AgeBand> acceptedAgeBands,
        Label labelCeiling,
        List<String> conditionsJa) {

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
