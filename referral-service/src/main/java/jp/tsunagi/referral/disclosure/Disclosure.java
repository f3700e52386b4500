package jp.tsunagi.referral.disclosure;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import jp.tsunagi.vocabulary.Field;
import jp.tsunagi.vocabulary.Label;
import org.jspecify.annotations.Nullable;

/**
 * Which parts of a consultation a referral discloses, how far they may travel, and on what ground.
 *
 * @param basis null only while the referral is a draft
 */
public record Disclosure(Label label, @Nullable LegalBasis basis, Set<Field> fields) {

    public Disclosure {
        fields = Collections.unmodifiableSortedSet(new TreeSet<>(fields));
    }
}
