package jp.tsunagi.intake.workbench;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import jp.tsunagi.intake.submission.CaseClassification;
import jp.tsunagi.platform.code.Json;
import jp.tsunagi.vocabulary.Category;
import jp.tsunagi.vocabulary.Need;

/**
 * Which needs of the help pages a case has, so that the desks that fit a person fit the case: case-needs.json, with its
 * source and the day we last checked it. A kind of harm without a need, such as copyright, ranks no desk.
 */
final class CaseNeeds {

    private record Entry(Category category, Set<Need> needs) {}

    /** @param respondent the needs of somebody who received a claim, whatever it is about */
    private record Published(LocalDate asOf, String source, List<Entry> categories, Set<Need> respondent) {}

    private final Published published;

    private CaseNeeds(Published published) {
        this.published = published;
    }

    static CaseNeeds published() {
        return new CaseNeeds(Json.published("/case-needs.json", Published.class));
    }

    Set<Need> of(CaseClassification about) {
        if (about.isFromRespondent()) {
            return published.respondent;
        }
        Set<Need> needs = EnumSet.noneOf(Need.class);
        published.categories.stream()
                .filter(entry -> about.categories().contains(entry.category))
                .forEach(entry -> needs.addAll(entry.needs));
        return needs;
    }

    /** The kinds of harm that the file speaks of. */
    List<Category> categories() {
        return published.categories.stream().map(Entry::category).toList();
    }
}
