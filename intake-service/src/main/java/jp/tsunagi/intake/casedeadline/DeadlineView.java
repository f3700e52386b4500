package jp.tsunagi.intake.casedeadline;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import jp.tsunagi.intake.removal.TargetView;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A period of the law that runs in a case, for programs.
 *
 * @param assumed whether it is counted from the day of the consultation, because nobody has noted the day of the post
 * @param places whose post or request it is about; none for the whole case
 * @param soon whether there is little time left
 * @param over whether it has ended
 * @param pressing whether it lifts the case in the list of counsellors
 * @param recounts when a changed rule or holiday moved it, the oldest first
 */
@Schema(name = "CaseDeadline")
public record DeadlineView(
        @JsonIgnore @Schema(hidden = true) CaseDeadline counted,
        @JsonUnwrapped TargetView.Deadline deadline,
        boolean assumed,
        List<String> places,
        boolean soon,
        boolean over,
        boolean pressing,
        List<CaseDeadline.Recount> recounts) {

    public static DeadlineView of(CaseDeadline counted) {
        return new DeadlineView(
                counted,
                TargetView.Deadline.of(counted.deadline()),
                counted.isAssumed(),
                counted.places(),
                counted.isSoon(),
                counted.isOver(),
                counted.isPressing(),
                counted.recounts());
    }
}
