package jp.tsunagi.intake.removal;

import java.time.LocalDate;
import java.util.List;
import jp.tsunagi.intake.deadline.LegalDeadline;
import jp.tsunagi.intake.provider.ProviderEntry;
import jp.tsunagi.intake.provider.TermsCategory;
import org.jspecify.annotations.Nullable;

/**
 * A place with everything that is known about it.
 *
 * @param provider the service that it belongs to, null for one that the directory does not know
 * @param isDesignated whether that service was designated as a large one on the day of the consultation
 * @param forms by which that service can be asked in such a case, the quickest first
 * @param terms what of its terms the case is about; none when the directory does not tell them
 * @param requests what was asked so far, the oldest first
 * @param postedOn the day of the post, null while nobody has noted it
 * @param logs until when records of who wrote it can be expected, counted from the day of the post, or else from the day
 *     of the consultation: the post was there by then
 */
public record TargetFile(
        Target target,
        @Nullable ProviderEntry provider,
        boolean isDesignated,
        List<RequestForm> forms,
        List<TermsCategory> terms,
        List<RequestFile> requests,
        @Nullable LocalDate postedOn,
        LegalDeadline logs,
        LocalDate today) {

    public TargetFile {
        forms = List.copyOf(forms);
        terms = List.copyOf(terms);
        requests = List.copyOf(requests);
    }

    /** Whether they are counted from the day of the consultation, because nobody has noted the day of the post. */
    public boolean isLogsAssumed() {
        return postedOn == null;
    }

    /** Whether the records may be gone before long, or already. */
    public boolean isLate() {
        return logs.isSoon(today) || logs.isOver(today);
    }

    /** What was asked last; null for nothing. */
    public @Nullable RequestFile latest() {
        return requests.stream()
                .filter(one -> !one.request().isEnteredInError())
                .reduce((_, later) -> later)
                .orElse(null);
    }
}
