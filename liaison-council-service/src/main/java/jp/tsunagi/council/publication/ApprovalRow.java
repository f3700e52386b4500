package jp.tsunagi.council.publication;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import jp.tsunagi.platform.time.Ids;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** The table of approvals; the application may only add to it. */
@Entity
@Immutable
@Table(name = "topic_approval")
@SuppressWarnings("NullAway.Init") // Hibernate and the constructor fill the columns.
class ApprovalRow {

    @Id
    UUID id = Ids.next();

    UUID topic;
    long topicVersion;
    String title;
    String body;

    @Nullable
    String note;

    @Nullable
    String reason;

    @Enumerated(EnumType.STRING)
    Visibility visibility;

    @Nullable
    Instant embargoUntil;

    String textBy;

    @Nullable
    String noteBy;

    String requestedBy;
    Instant requestedAt;
    String approvedBy;
    Instant approvedAt;
    String acknowledged;

    ApprovalRow() {}

    ApprovalRow(Approval approval) {
        topic = approval.topic();
        topicVersion = approval.topicVersion();
        title = approval.title();
        body = approval.body();
        note = approval.note();
        reason = approval.reason();
        visibility = approval.request().visibility();
        embargoUntil = approval.request().embargoUntil();
        textBy = approval.review().textBy();
        noteBy = approval.review().noteBy();
        requestedBy = approval.request().by();
        requestedAt = approval.request().at();
        approvedBy = approval.approvedBy();
        approvedAt = approval.approvedAt();
        acknowledged = String.join(" ", approval.acknowledged());
    }
}
