package jp.tsunagi.intake.handover;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jp.tsunagi.intake.IntakeProblem;
import jp.tsunagi.intake.approval.Approval;
import jp.tsunagi.intake.approval.Approvals;
import jp.tsunagi.intake.consultation.Consultations;
import jp.tsunagi.platform.code.Json;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.problem.Refusal;
import jp.tsunagi.vocabulary.Ground;

/** Hand-overs that wait for a second person, or waited: what was asked for, as it was asked. */
@ApplicationScoped
public class WaitingHandovers {

    private final Approvals approvals;
    private final Consultations consultations;
    private final Json json;

    WaitingHandovers(Approvals approvals, Consultations consultations, Json json) {
        this.approvals = approvals;
        this.consultations = consultations;
        this.json = json;
    }

    /** A request for approval with the hand-over that it is about. */
    public record Waiting(Approval approval, HandoverRequest wanted) {}

    /** All of one case, oldest first, decided ones included. */
    public List<Waiting> findByConsultation(UUID consultation) {
        return approvals.findByConsultation(consultation, consultations.key(consultation)).stream()
                .map(this::opened)
                .toList();
    }

    Waiting get(UUID approval, UUID consultation) {
        return opened(approvals.get(approval, consultation, consultations.key(consultation)));
    }

    Approval ask(UUID consultation, long version, HandoverRequest wanted, Actor by, Instant now) {
        String desk = wanted.plan().targetDesk();
        findByConsultation(consultation).stream()
                .map(Waiting::approval)
                .filter(one -> one.isWaiting() && one.targetDesk().equals(desk))
                .findAny()
                .ifPresent(waiting -> {
                    throw new Refusal(IntakeProblem.APPROVAL_WAITS)
                            .with("approval", waiting.id().toString());
                });
        Ground ground = wanted.readBasis() instanceof Basis.OtherGround other
                ? other.kind().orElseThrow()
                : Ground.CONSENT;
        return approvals.ask(
                new Approvals.Question(consultation, version, desk, ground, json.write(wanted)),
                consultations.key(consultation),
                by,
                now);
    }

    Approval decide(Waiting waiting, Approvals.Answer answer, Instant now) {
        return approvals.decide(
                waiting.approval(), answer, consultations.key(waiting.approval().consultation()), now);
    }

    private Waiting opened(Approval approval) {
        return new Waiting(approval, json.read(approval.content(), HandoverRequest.class));
    }
}
