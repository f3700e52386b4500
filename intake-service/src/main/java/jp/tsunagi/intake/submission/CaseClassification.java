package jp.tsunagi.intake.submission;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import jp.tsunagi.vocabulary.AgeBand;
import jp.tsunagi.vocabulary.Category;
import jp.tsunagi.vocabulary.ConsulterType;
import jp.tsunagi.vocabulary.Wish;

/** What a consultation is about, in codes that name nobody. */
public record CaseClassification(Wish wish, ConsulterType consulterType, AgeBand ageBand, List<Category> categories) {

    public CaseClassification {
        categories = List.copyOf(categories);
    }

    /** True for somebody who received a claim instead of being harmed. */
    @JsonIgnore
    public boolean isFromRespondent() {
        return consulterType == ConsulterType.RESPONDENT;
    }
}
