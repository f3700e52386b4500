package jp.tsunagi.intake.removal;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.tsunagi.intake.IntakeProblem;
import jp.tsunagi.intake.submission.Narrative;
import jp.tsunagi.intake.submission.Submission;
import jp.tsunagi.platform.audit.Audit;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.page.JapanTime;
import jp.tsunagi.platform.problem.Refusal;
import jp.tsunagi.platform.problem.Violations;
import jp.tsunagi.platform.sealing.DataKey;
import jp.tsunagi.platform.time.Ids;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What consulters asked providers about the places of their cases, and what came of it, as they or a counsellor say. Who
 * records has opened the case and holds its lock. Added and read, never changed: what was wrong is said by a later answer.
 */
@ApplicationScoped
public class ProviderRequests {

    /** Of one place. Nobody asks more often; who does would be refused by article 26 (1), proviso, anyway. */
    static final int MAX_OF_TARGET = 20;

    /** Of one request. */
    static final int MAX_ANSWERS = 10;

    /** Of one case. */
    static final int MAX_OF_CASE = 200;

    /** Code points of a reason: what a provider writes is kept whole in the mail that brought it. */
    static final int MAX_REASON = 2_000;

    /** No post on the internet is older. */
    private static final LocalDate OLDEST = LocalDate.of(1990, 1, 1);

    private static final String ASKED_ON = "/askedOn";
    private static final String ANSWERED_ON = "/answeredOn";
    private static final String RESULT = "/result";
    private static final String REASON = "/reason";

    private final TargetRows targets;
    private final ProviderRequestRows requests;
    private final ProviderAnswerRows answers;
    private final Audit audit;

    ProviderRequests(TargetRows targets, ProviderRequestRows requests, ProviderAnswerRows answers, Audit audit) {
        this.targets = targets;
        this.requests = requests;
        this.answers = answers;
        this.audit = audit;
    }

    /** By the place that they are about, the oldest first. */
    public Map<UUID, List<ProviderRequest>> findByConsultation(UUID consultation, DataKey key) {
        Map<UUID, List<ProviderAnswer>> came = answers.findByConsultation(consultation).stream()
                .collect(Collectors.groupingBy(
                        row -> row.requestId, Collectors.mapping(row -> answer(row, key), Collectors.toList())));
        return requests.findByConsultation(consultation).stream()
                .map(row -> request(row, came.getOrDefault(row.id, List.of())))
                .collect(Collectors.groupingBy(ProviderRequest::targetId));
    }

    /**
     * That somebody asked.
     *
     * @param askedOn on which day it reached the provider, in Japan; null for today
     */
    @Schema(name = "RequestToProvider")
    public record Asked(@NotNull RequestForm form, @Nullable LocalDate askedOn) {}

    public ProviderRequest add(UUID consultation, UUID target, Asked asked, Actor by, Instant now) {
        if (targets.count("id = ?1 and consultationId = ?2", target, consultation) == 0) {
            throw new Refusal(IntakeProblem.TARGET_NOT_FOUND);
        }
        LocalDate day = day(asked.askedOn, ASKED_ON, OLDEST, now);
        if (requests.count("targetId", target) >= MAX_OF_TARGET
                || requests.count("consultationId", consultation) >= MAX_OF_CASE) {
            throw new Refusal(IntakeProblem.TOO_MANY_REQUESTS_TO_PROVIDER);
        }
        ProviderRequestRow row = new ProviderRequestRow();
        row.id = Ids.next();
        row.consultationId = consultation;
        row.targetId = target;
        row.form = asked.form;
        row.askedOn = day;
        row.recordedBy = by.name();
        row.recordedAt = now;
        requests.persist(row);
        audit.record(by, "consultation.request-to-provider", "consultation/" + consultation, null);
        return request(row, List.of());
    }

    /** Which request, of which place. */
    public record Key(UUID targetId, UUID requestId) {}

    /**
     * What came of it.
     *
     * @param answeredOn on which day, in Japan; null for today
     * @param reason in the words of the provider; a refusal needs one, because the next step depends on it
     */
    @Schema(name = "AnswerOfProvider")
    public record Came(
            @NotNull AnswerResult result,
            @Nullable LocalDate answeredOn,

            @Schema(maxLength = MAX_REASON) @Nullable String reason) {}

    public ProviderAnswer answer(UUID consultation, Key request, Came came, DataKey key, Actor by, Instant now) {
        ProviderRequestRow asked = requests.findByIdOptional(request.requestId)
                .filter(row -> row.consultationId.equals(consultation) && row.targetId.equals(request.targetId))
                .orElseThrow(() -> new Refusal(IntakeProblem.REQUEST_TO_PROVIDER_NOT_FOUND));
        if (!AnswerResult.of(asked.form).contains(came.result)) {
            throw new Refusal(IntakeProblem.ANSWER_NOT_OF_FORM).at(RESULT);
        }
        LocalDate day = day(came.answeredOn, ANSWERED_ON, asked.askedOn, now);
        Optional<String> reason = Narrative.isBlank(came.reason)
                ? Optional.empty()
                : Optional.of(Submission.readText(came.reason, REASON).text());
        if (came.result == AnswerResult.REFUSED && reason.isEmpty()) {
            throw new Refusal(IntakeProblem.REFUSAL_REASON_MISSING).at(REASON);
        }
        if (reason.filter(text -> text.codePointCount(0, text.length()) > MAX_REASON)
                .isPresent()) {
            throw new Refusal(IntakeProblem.TOO_LONG).at(REASON);
        }
        if (answers.count("requestId = ?1 and result = ?2", asked.id, AnswerResult.ENTERED_IN_ERROR) > 0) {
            throw new Refusal(IntakeProblem.REQUEST_TO_PROVIDER_TAKEN_BACK);
        }
        if (answers.count("requestId", asked.id) >= MAX_ANSWERS) {
            throw new Refusal(IntakeProblem.TOO_MANY_ANSWERS_OF_PROVIDER);
        }
        ProviderAnswerRow row = new ProviderAnswerRow();
        row.id = Ids.next();
        row.consultationId = consultation;
        row.requestId = asked.id;
        row.result = came.result;
        row.answeredOn = day;
        row.reason = requireNonNull(key.seal(reason.orElse(""), row.id.toString(), "reason"));
        row.recordedBy = by.name();
        row.recordedAt = now;
        answers.persist(row);
        audit.record(by, "consultation.answer-of-provider", "consultation/" + consultation, null);
        return answer(row, key);
    }

    private static LocalDate day(@Nullable LocalDate told, String pointer, LocalDate earliest, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, JapanTime.ZONE);
        LocalDate day = told == null ? today : told;
        new Violations()
                .addIf(day.isAfter(today), pointer, IntakeProblem.DAY_IN_FUTURE)
                .addIf(day.isBefore(earliest), pointer, IntakeProblem.DAY_TOO_EARLY)
                .throwIfAny();
        return day;
    }

    private static ProviderRequest request(ProviderRequestRow row, List<ProviderAnswer> came) {
        return new ProviderRequest(row.id, row.targetId, row.form, row.askedOn, row.recordedBy, row.recordedAt, came);
    }

    private static ProviderAnswer answer(ProviderAnswerRow row, DataKey key) {
        return new ProviderAnswer(
                row.id,
                row.result,
                row.answeredOn,
                requireNonNull(key.open(row.reason, row.id.toString(), "reason")),
                row.recordedBy,
                row.recordedAt);
    }
}
