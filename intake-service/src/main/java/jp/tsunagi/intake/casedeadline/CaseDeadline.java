package jp.tsunagi.intake.casedeadline;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import jp.tsunagi.intake.deadline.LegalDeadline;
import jp.tsunagi.intake.deadline.PeriodEnd;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A period of the law that runs in a case.
 *
 * @param isAssumed whether it is counted from the day of the consultation, because nobody has noted the day of the post;
 *     it may really end earlier
 * @param places whose post or request it is about, as they are passed on; none for the whole case
 * @param recounts when a changed rule or holiday moved it, the oldest first
 * @param isPressing whether it lifts the case in the list of counsellors
 */
public record CaseDeadline(
        LegalDeadline deadline,
        boolean isAssumed,
        List<String> places,
        List<Recount> recounts,
        LocalDate today,
        boolean isPressing) {

    private static final int SHOWN_PLACES = 3;

    public CaseDeadline {
        places = List.copyOf(places);
        recounts = List.copyOf(recounts);
    }

    /** Another last day than before, because a rule or a holiday had changed. */
    @Schema(name = "DeadlineRecount")
    public record Recount(LocalDate before, LocalDate after, Instant at) {}

    /** Places for a glance. */
    public List<String> firstPlaces() {
        return places.stream().limit(SHOWN_PLACES).toList();
    }

    /** How many more there are. */
    public int otherPlaces() {
        return places.size() - firstPlaces().size();
    }

    public boolean isOver() {
        return deadline.isOver(today);
    }

    /** Whether it can still be acted on and there is little time left. */
    public boolean isSoon() {
        return deadline.isSoon(today);
    }

    public boolean isActNow() {
        return deadline.period().end() == PeriodEnd.ACT_NOW;
    }

    public long daysLeft() {
        return deadline.daysLeft(today);
    }
}
