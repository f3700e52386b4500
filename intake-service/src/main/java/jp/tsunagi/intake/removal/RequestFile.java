package jp.tsunagi.intake.removal;

import java.time.LocalDate;
import java.util.List;
import jp.tsunagi.intake.deadline.LegalDeadline;
import jp.tsunagi.intake.deadline.PeriodEnd;
import org.jspecify.annotations.Nullable;

/**
 * A request with the days that the law sets for it.
 *
 * @param deadlines the earliest first; none when no law says when a provider has to answer
 */
public record RequestFile(ProviderRequest request, List<LegalDeadline> deadlines, LocalDate today) {

    public RequestFile {
        deadlines = List.copyOf(deadlines);
    }

    /**
     * By when an answer can be expected: what the provider has to keep before what is only usual. Null when the provider
     * has said anything: an extension ends the day too.
     */
    public @Nullable LegalDeadline due() {
        return request.answer() != null
                ? null
                : deadlines.stream()
                        .filter(one -> one.period().end() == PeriodEnd.PROVIDER_DUTY)
                        .findFirst()
                        .or(() -> deadlines.stream().findFirst())
                        .orElse(null);
    }

    public RequestStatus status() {
        ProviderAnswer answer = request.answer();
        if (answer == null) {
            LegalDeadline due = due();
            boolean isBroken = due != null && due.period().end() == PeriodEnd.PROVIDER_DUTY && due.isOver(today);
            return isBroken ? RequestStatus.SILENT : RequestStatus.WAITING;
        }
        return switch (answer.result()) {
            case EXTENDED -> RequestStatus.EXTENDED;
            case ENTERED_IN_ERROR -> RequestStatus.ENTERED_IN_ERROR;
            case NO_ANSWER -> RequestStatus.SILENT;
            case REMOVED, PARTLY_REMOVED, REFUSED, DISCLOSED -> RequestStatus.ANSWERED;
        };
    }
}
