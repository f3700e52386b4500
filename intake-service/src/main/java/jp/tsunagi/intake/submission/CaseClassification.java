package jp.tsunagi.intake.submission;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import jp.tsunagi.vocabulary.AgeBand;
import jp.tsunagi.vocabulary.Category;
import jp.tsunagi.vocabulary.ConsulterType;
import jp.tsunagi.vocabulary.Wish;

/** What a consultation is about, in codes that name nobody. */
public record CaseClassification(Wish wish, ConsulterType consulterType, AgeBand ageBand, Set<Category> categories) {

    public CaseClassification {
        categories = Collections.unmodifiableSet(new LinkedHashSet<>(categories));
    }

    /** True for somebody who received a claim instead of being harmed. */
    @JsonIgnore
    public boolean isFromRespondent() {
        return consulterType == ConsulterType.RESPONDENT;
    }
}
