package jp.tsunagi.intake.mailbox;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import jp.tsunagi.intake.deadline.LegalDeadline;
import jp.tsunagi.intake.deadline.PeriodEnd;
import jp.tsunagi.intake.desk.Desk;
import jp.tsunagi.intake.provider.Provider;
import jp.tsunagi.intake.provider.ProviderEntry;
import jp.tsunagi.intake.provider.ProviderFact;
import jp.tsunagi.intake.removal.AnswerResult;
import jp.tsunagi.intake.removal.ProviderAnswer;
import jp.tsunagi.intake.removal.RequestFile;
import jp.tsunagi.intake.removal.RequestForm;
import jp.tsunagi.intake.removal.RequestStatus;
import jp.tsunagi.intake.removal.TargetFile;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A place that the consulter's case is about, and what the consulter asked there.
 *
 * @param url as text; never a link, because opening it would warn who wrote it
 * @param shortened whether only a visit would tell where it leads
 * @param provider whose it is, null while nobody has checked what is known of it
 * @param logsUntil until about when records of who wrote it can be expected
 * @param forms by which the service can be asked, the quickest first
 */
@Schema(name = "MailboxTarget")
public record MailboxTarget(
        UUID id,
        String url,
        boolean shortened,
        boolean namedByCounsellor,
        @Nullable KnownProvider provider,
        List<RequestForm> forms,
        List<Asked> requests,
        LocalDate logsUntil) {

    /**
     * What may be told of a provider: only what was read in a source of this year or checked by a person.
     *
     * @param removalUrl of its form; empty for none that is known
     * @param demandsJa what it wants to be sent, in Japanese; empty for nothing that is known
     */
    @Schema(name = "MailboxProvider")
    public record KnownProvider(String nameJa, String nameEn, String removalUrl, String demandsJa) {

        static @Nullable KnownProvider of(@Nullable ProviderEntry entry) {
            if (entry == null || entry.isDue()) {
                return null;
            }
            Provider known = entry.provider();
            return new KnownProvider(
                    known.nameJa(),
                    known.nameEn(),
                    entry.isOpen(ProviderFact.REMOVAL_CHANNELS.code()) ? "" : known.removalUrl(),
                    entry.isOpen(ProviderFact.DEMANDS.code()) ? "" : known.demandsJa());
        }

        public String name(Locale locale) {
            return new Desk.Name(nameJa, nameEn).in(locale);
        }
    }

    /**
     * What the consulter asked.
     *
     * @param dueOn by when an answer can be expected; null when no law says it
     * @param mustAnswer whether the service has to answer by that day, and does not only do so as a rule
     * @param past whether that day has passed
     * @param result what came of it; null while nothing has
     * @param reason of the service; empty for none
     */
    @Schema(name = "MailboxRequest")
    public record Asked(
            UUID id,
            RequestForm form,
            LocalDate askedOn,
            RequestStatus status,
            @Nullable LocalDate dueOn,
            boolean mustAnswer,
            boolean past,
            @Nullable AnswerResult result,
            @Nullable LocalDate answeredOn,
            String reason) {

        /** @param isTold whether what is known of the provider may be told: a day follows from that */
        static Asked of(RequestFile file, boolean isTold) {
            LegalDeadline due = isTold ? file.due() : null;
            ProviderAnswer answer = file.request().answer();
            return new Asked(
                    file.request().id(),
                    file.request().form(),
                    file.request().askedOn(),
                    file.status(),
                    due == null ? null : due.lastDay(),
                    due != null && due.period().end() == PeriodEnd.PROVIDER_DUTY,
                    due != null && due.isOver(file.today()),
                    answer == null ? null : answer.result(),
                    answer == null ? null : answer.answeredOn(),
                    answer == null ? "" : answer.reason());
        }
    }

    static MailboxTarget of(TargetFile file) {
        ProviderEntry known = file.provider();
        boolean isTold = known == null || !known.isDue();
        return new MailboxTarget(
                file.target().id(),
                file.target().url().canonical(),
                file.target().url().isShortened(),
                !file.target().namedBy().isEmpty(),
                KnownProvider.of(file.provider()),
                file.forms(),
                file.requests().stream().map(one -> Asked.of(one, isTold)).toList(),
                file.logs().lastDay());
    }

    /** The newest request that was really made; null for none. */
    public @Nullable Asked latest() {
        return made().isEmpty() ? null : made().getLast();
    }

    /** The requests that were really made, the oldest first. */
    public List<Asked> made() {
        return requests.stream()
                .filter(one -> one.status != RequestStatus.ENTERED_IN_ERROR)
                .toList();
    }
}
