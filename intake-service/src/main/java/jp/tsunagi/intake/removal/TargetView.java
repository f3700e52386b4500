package jp.tsunagi.intake.removal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jp.tsunagi.intake.deadline.LegalDeadline;
import jp.tsunagi.intake.deadline.LegalPeriod;
import jp.tsunagi.intake.deadline.PeriodEnd;
import jp.tsunagi.intake.deadline.PeriodId;
import jp.tsunagi.intake.provider.ProviderEntry;
import jp.tsunagi.intake.provider.TermsCategory;
import jp.tsunagi.intake.provider.VerificationStatus;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A place that a case is about, for programs of its agency.
 *
 * @param url as it is passed on; never fetched
 * @param typed as it was typed
 * @param shortened whether only a visit would tell where it leads
 * @param namedBy which counsellor named it; empty for the consulter
 * @param provider code of the service that it belongs to, null for one that is not in the directory of providers
 * @param verification how far the directory's entry can be relied on, null without one
 * @param domestic whether that service is run from Japan, null when it is not known
 * @param designated whether it was designated as a large one on the day of the consultation
 * @param forms by which that service can be asked in such a case, the quickest first
 * @param termsCategories what of its terms the case is about
 * @param postedOn the day of the post, null while nobody has noted it
 * @param logs until when records of who wrote it can be expected, counted from that day, or else from the day of the
 *     consultation
 */
@Schema(name = "Target")
public record TargetView(
        UUID id,
        String url,
        String typed,
        boolean shortened,
        String namedBy,
        Instant namedAt,
        @Nullable String provider,
        @Nullable VerificationStatus verification,
        @Nullable Boolean domestic,
        boolean designated,
        List<RequestForm> forms,
        List<TermsCategory> termsCategories,
        List<Request> requests,
        @Nullable LocalDate postedOn,
        Deadline logs) {

    /**
     * What a provider was asked.
     *
     * @param askedOn on which day, in Japan
     * @param status how it stands today
     * @param recordedBy which counsellor noted it; empty for the consulter
     * @param answers the oldest first; the last one counts
     * @param deadlines days that the law sets for the answer, the earliest first
     */
    @Schema(name = "ProviderRequest")
    public record Request(
            UUID id,
            RequestForm form,
            LocalDate askedOn,
            RequestStatus status,
            String recordedBy,
            Instant recordedAt,
            List<ProviderAnswer> answers,
            List<Deadline> deadlines) {

        public static Request of(RequestFile file) {
            ProviderRequest request = file.request();
            return new Request(
                    request.id(),
                    request.form(),
                    request.askedOn(),
                    file.status(),
                    request.recordedBy(),
                    request.recordedAt(),
                    request.answers(),
                    file.deadlines().stream().map(Deadline::of).toList());
        }
    }

    /**
     * A day that the law, or what is usual, sets.
     *
     * @param period of the catalogue in docs/deadlines.md
     * @param begins the day of the event
     * @param lastDay it ends at midnight of this day, in Japan
     * @param skipped days on which it would have ended and does not, because no court is open
     * @param law e-Gov's id, null where no law says it
     */
    @Schema(name = "LegalDeadline")
    public record Deadline(
            PeriodId period,
            PeriodEnd end,
            LocalDate begins,
            LocalDate lastDay,
            List<LocalDate> skipped,
            LegalPeriod.Ground ground,
            @Nullable String law,
            @Nullable String article,
            LocalDate asOf) {

        public static Deadline of(LegalDeadline deadline) {
            LegalPeriod period = deadline.period();
            return new Deadline(
                    period.id(),
                    period.end(),
                    deadline.event(),
                    deadline.lastDay(),
                    deadline.skipped(),
                    period.ground(),
                    period.law(),
                    period.article(),
                    period.asOf());
        }
    }

    public static TargetView of(TargetFile file) {
        Target target = file.target();
        ProviderEntry known = file.provider();
        return new TargetView(
                target.id(),
                target.url().canonical(),
                target.url().typed(),
                target.url().isShortened(),
                target.namedBy(),
                target.namedAt(),
                known == null ? null : known.provider().code(),
                known == null ? null : known.verification(),
                known == null ? null : known.provider().isDomestic(),
                file.isDesignated(),
                file.forms(),
                file.terms(),
                file.requests().stream().map(Request::of).toList(),
                file.postedOn(),
                Deadline.of(file.logs()));
    }
}
