package jp.tsunagi.intake.handover;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * How a hand-over of one of our cases stands at the other desk, as referral-service tells it.
 *
 * @param status of vocabulary.md 3.2; {@code sending} until referral-service answers, {@code not-delivered} if it could not
 * @param version newest version heard of; older news is ignored
 */
public record Referral(
        UUID id,
        String targetDesk,
        String status,
        long version,
        boolean open,
        String reasonCode,
        String suggestedDesk,
        List<String> outcomeCodes,
        List<String> disclosedFields,
        String basisKind,
        String requestedBy,
        Instant requestedAt,
        Instant changedAt) {

    static final String SENDING = "sending";
    static final String NOT_DELIVERED = "not-delivered";

    private static final Set<String> OPEN =
            Set.of(SENDING, "draft", "requested", "received", "accepted", "in-progress", "on-hold");
    private static final Set<String> CAME_BACK = Set.of("rejected", NOT_DELIVERED, "failed", "cancelled");

    public Referral {
        outcomeCodes = List.copyOf(outcomeCodes);
        disclosedFields = List.copyOf(disclosedFields);
    }

    static boolean isOpen(String status) {
        return OPEN.contains(status);
    }

    /** The other desk will not help: the case is ours again. */
    static boolean cameBack(String status) {
        return CAME_BACK.contains(status);
    }
}
