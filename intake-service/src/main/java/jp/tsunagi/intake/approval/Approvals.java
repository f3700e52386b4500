package jp.tsunagi.intake.approval;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagi.intake.IntakeProblem;
import jp.tsunagi.platform.audit.Audit;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.problem.Refusal;
import jp.tsunagi.platform.sealing.DataKey;
import jp.tsunagi.platform.time.Ids;
import jp.tsunagi.vocabulary.Ground;
import org.jspecify.annotations.Nullable;

/** Requests for approval and the decisions on them, both only added to. Who writes here holds the lock of the case. */
@ApplicationScoped
public class Approvals {

    private final ApprovalRows rows;
    private final DecisionRows decisions;
    private final Audit audit;

    Approvals(ApprovalRows rows, DecisionRows decisions, Audit audit) {
        this.rows = rows;
        this.decisions = decisions;
        this.audit = audit;
    }

    /**
     * What somebody else is asked to approve.
     *
     * @param caseVersion that the case reached with the request
     * @param content is sealed with the consultation's key
     */
    public record Question(UUID consultation, long caseVersion, String targetDesk, Ground ground, String content) {}

    /** What was decided on a request, by whom, and why. */
    public record Answer(Approval.Verdict verdict, @Nullable String reason, Actor by) {}

    public Approval ask(Question question, DataKey key, Actor by, Instant now) {
        ApprovalRow row = new ApprovalRow();
        row.id = Ids.next();
        row.consultationId = question.consultation();
        row.caseVersion = question.caseVersion();
        row.targetDesk = question.targetDesk();
        row.ground = question.ground();
        row.content = requireNonNull(key.seal(question.content(), row.id.toString(), "content"));
        row.requestedBy = by.id();
        row.requestedByName = by.name();
        row.requestedAt = now;
        rows.persist(row);
        audit.record(by, "approval.ask", "approval/" + row.id, question.ground().code());
        return toDomain(row, key);
    }

    /** Decides a request; it is then approved or declined for good. */
    public Approval decide(Approval waiting, Answer answer, DataKey key, Instant now) {
        String reason = answer.reason() == null ? "" : answer.reason();
        Approval.Decision decision = waiting.decided(answer.verdict(), reason, answer.by(), now);
        DecisionRow row = new DecisionRow();
        row.approvalId = waiting.id();
        row.verdict = decision.verdict();
        row.reason = requireNonNull(key.seal(decision.reason(), waiting.id().toString(), "reason"));
        row.decidedBy = decision.by();
        row.decidedRole = decision.role();
        row.decidedAt = decision.at();
        decisions.persist(row);
        audit.record(
                answer.by(),
                "approval." + decision.verdict().code(),
                "approval/" + waiting.id(),
                waiting.ground().code());
        return get(waiting.id(), waiting.consultation(), key);
    }

    /** All requests of a case, oldest first. */
    public List<Approval> findByConsultation(UUID consultation, DataKey key) {
        return rows.findByConsultation(consultation).stream()
                .map(row -> toDomain(row, key))
                .toList();
    }

    public Approval get(UUID id, UUID consultation, DataKey key) {
        return rows.findByIdOptional(id)
                .filter(row -> row.consultationId.equals(consultation))
                .map(row -> toDomain(row, key))
                .orElseThrow(() -> new Refusal(IntakeProblem.APPROVAL_NOT_FOUND));
    }

    /** What waits for a supervisor of an agency; that somebody looked is audited. */
    public List<Approval.Waiting> findWaiting(Actor reader) {
        audit.record(reader, "approval.list", "approvals/" + reader.agency(), null);
        return rows.findWaiting(reader.agency());
    }

    private Approval toDomain(ApprovalRow row, DataKey key) {
        return new Approval(
                row.id,
                row.consultationId,
                row.targetDesk,
                row.ground,
                requireNonNull(key.open(row.content, row.id.toString(), "content")),
                new Approval.Requester(row.requestedBy, row.requestedByName),
                row.requestedAt,
                decision(row.id, key).orElse(null));
    }

    private Optional<Approval.Decision> decision(UUID approval, DataKey key) {
        return decisions
                .findByIdOptional(approval)
                .map(row -> new Approval.Decision(
                        row.verdict,
                        requireNonNull(key.open(row.reason, approval.toString(), "reason")),
                        row.decidedBy,
                        row.decidedRole,
                        row.decidedAt));
    }
}
