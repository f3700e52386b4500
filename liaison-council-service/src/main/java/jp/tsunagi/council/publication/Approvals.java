package jp.tsunagi.council.publication;

import jakarta.enterprise.context.ApplicationScoped;

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
}
