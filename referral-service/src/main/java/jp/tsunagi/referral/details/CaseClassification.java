package jp.tsunagi.referral.details;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import jp.tsunagi.vocabulary.AgeBand;
import jp.tsunagi.vocabulary.Category;
import jp.tsunagi.vocabulary.ConsulterType;
import jp.tsunagi.vocabulary.Urgency;
import jp.tsunagi.vocabulary.Wish;

/** Classification of a consultation; identifies nobody. */
public record CaseClassification(
        @NotEmpty @Size(max = 10) List<@NotNull Category> categories,
        @NotNull Wish wish,
        @NotNull ConsulterType consulterType,
        @NotNull AgeBand ageBand,
        @NotNull Urgency urgency) {}
