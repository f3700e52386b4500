package jp.tsunagi.council.publication;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Every approval that was given. The record only grows: the application can neither change nor remove one. */
@ApplicationScoped
public class Approvals {

    private final ApprovalRows rows;

    Approvals(ApprovalRows rows) {
        this.rows = rows;
    }

    public void add(Approval approval) {
        rows.persist(new ApprovalRow(approval));
    }

    /** Every text that a topic was published with, oldest first. */
    public List<PublishedText> texts(UUID topic) {
        return PublishedText.of(rows.findOf(topic));
    }
}
