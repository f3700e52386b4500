package jp.tsunagi.referral.repository;

import static jp.tsunagi.referral.repository.ReferralDetailsRow.codes;
import static jp.tsunagi.referral.repository.ReferralDetailsRow.constants;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.identity.Roles;
import jp.tsunagi.platform.sealing.DataKey;
import jp.tsunagi.referral.details.ReferralDetails;
import jp.tsunagi.referral.lifecycle.Active;
import jp.tsunagi.referral.lifecycle.BusinessStatus;
import jp.tsunagi.referral.lifecycle.Closed;
import jp.tsunagi.referral.lifecycle.Pending;
import jp.tsunagi.referral.lifecycle.Referral;
import jp.tsunagi.referral.lifecycle.StatusReason;
import jp.tsunagi.referral.lifecycle.StatusSummary;
import jp.tsunagi.vocabulary.Outcome;
import jp.tsunagi.vocabulary.ReasonCode;
import jp.tsunagi.vocabulary.ReferralStatus;
import org.jspecify.annotations.NullUnmarked;

/** Unmarked because the status decides which columns are filled; V2__referral.sql checks it. */
@Entity
@NullUnmarked
@Table(name = "referral")
class ReferralRow {

    @Id
    UUID id;

    /** Starts at 1: the ETag of a draft is "1", that of a referral just sent is "2". */
    @Version
    long version = 1;

    @Column(updatable = false)
    String number;

    @Embedded
    ReferralDetailsRow details;

    @Enumerated(EnumType.STRING)
    ReferralStatus status;

    @Enumerated(EnumType.STRING)
    BusinessStatus businessStatus;

    String[] marks;
    String ownerAgency;
    Instant due;
    Integer escalations;
    Instant acceptedAt;
    String acceptedBy;
    String assignee;
    String contact;

    @Enumerated(EnumType.STRING)
    ReasonCode cancelReason;

    byte[] cancelNote;

    @Enumerated(EnumType.STRING)
    ReasonCode returnReason;

    byte[] returnNote;

    @Enumerated(EnumType.STRING)
    ReferralStatus resumeTo;

    LocalDate resumeBy;

    @Enumerated(EnumType.STRING)
    Active.HeldBy heldBy;

    @Enumerated(EnumType.STRING)
    ReasonCode reasonCode;

    byte[] note;
    String suggestedDesk;
    String[] outcomes;
    Boolean visibleToConsulter;
    Instant closedAt;
    byte[] notesKey;
    Instant changedAt;

    /** Whether the target has ever seen it; a draft may end without. */
    boolean sent;

    /** Who wants to send a draft that waits for its approval. */
    String approvalAskedBy;

    /** The referral is there for its two agencies, what was never sent for its origin only. */
    boolean isVisibleTo(Actor reader) {
        return reader.belongsTo(details.originAgency)
                || (reader.belongsTo(details.targetAgency) && sent)
                || reader.hasAnyRole(Roles.PRIVACY_OFFICER, Roles.SYSTEM);
    }

    /** Writes all columns, so that nothing of the state before lingers. */
    void store(Referral referral, StatusSummary summary, DataKey notes, Instant now) {
        changedAt = now;
        details = ReferralDetailsRow.of(referral.details(), notes);
        status = summary.status();
        businessStatus = summary.businessStatus();
        ownerAgency = summary.ownerAgency();
        suggestedDesk = summary.suggestedDesk();
        clear();
        store(StatusSummary.reason(referral), notes);
        switch (referral) {
            case Referral.Draft _ -> marks = codes(Set.of());
            case Referral.AwaitingApproval waiting -> {
                marks = codes(Set.of());
                approvalAskedBy = waiting.askedBy();
            }
            case Pending pending -> {
                store(pending.deadline());
                sent = true;
            }
            case Referral.AwaitingInformation asked -> {
                store(asked.before().deadline());
                resumeTo = StatusSummary.status(asked.before());
            }
            case Active.Working working -> store(working.assignment(), notes);
            case Active.Held held -> {
                store(held.assignment(), notes);
                resumeTo = StatusSummary.status(held.before());
                resumeBy = held.resumeBy();
                heldBy = held.heldBy();
            }
            case Closed closed -> {
                marks = sorted(closed.marks());
                closedAt = closed.at();
            }
        }
        if (referral instanceof Closed.Completed completed) {
            outcomes = codes(completed.outcomes());
            visibleToConsulter = completed.visibleToConsulter();
            note = notes.seal(completed.note(), record(), "note");
        }
    }

    private void clear() {
        due = null;
        escalations = null;
        acceptedAt = null;
        acceptedBy = null;
        assignee = null;
        contact = null;
        cancelReason = null;
        cancelNote = null;
        returnReason = null;
        returnNote = null;
        resumeTo = null;
        resumeBy = null;
        heldBy = null;
        outcomes = null;
        visibleToConsulter = null;
        closedAt = null;
        approvalAskedBy = null;
    }

    private void store(Pending.ResponseDeadline deadline) {
        due = deadline.due();
        escalations = deadline.escalations();
        marks = sorted(deadline.marks());
    }

    private void store(Active.Assignment assignment, DataKey notes) {
        marks = sorted(assignment.marks());
        acceptedAt = assignment.acceptedAt();
        acceptedBy = assignment.acceptedBy();
        assignee = assignment.assignee();
        contact = assignment.contact();
        cancelReason = code(assignment.cancelAsked());
        cancelNote = seal(assignment.cancelAsked(), notes, "cancelNote");
        returnReason = code(assignment.returnOffered());
        returnNote = seal(assignment.returnOffered(), notes, "returnNote");
    }

    private void store(StatusReason reason, DataKey notes) {
        reasonCode = code(reason);
        note = seal(reason, notes, "note");
    }

    Referral toDomain(DataKey notes) {
        ReferralDetails agreed = details.toDomain(id, notes);
        return switch (status) {
            case DRAFT ->
                approvalAskedBy == null
                        ? new Referral.Draft(agreed)
                        : new Referral.AwaitingApproval(agreed, approvalAskedBy);
            case REQUESTED, RECEIVED -> pending(status, agreed);
            case ACCEPTED, IN_PROGRESS -> working(status, agreed, notes);
            case ON_HOLD ->
                resumeTo == ReferralStatus.REQUESTED || resumeTo == ReferralStatus.RECEIVED
                        ? new Referral.AwaitingInformation(pending(resumeTo, agreed), noteOf(notes))
                        : new Active.Held(working(resumeTo, agreed, notes), reason(notes), resumeBy, heldBy);
            case COMPLETED ->
                new Closed.Completed(
                        agreed,
                        constants(Outcome.class, outcomes),
                        noteOf(notes),
                        visibleToConsulter,
                        closedAt,
                        marks());
            case REJECTED -> new Closed.Rejected(agreed, reason(notes), suggestedDesk, closedAt, marks());
            case CANCELLED -> new Closed.Cancelled(agreed, reason(notes), closedAt, marks());
            case FAILED -> new Closed.Failed(agreed, reason(notes), closedAt, marks());
            case ENTERED_IN_ERROR -> new Closed.EnteredInError(agreed, reason(notes), closedAt);
        };
    }

    private Pending pending(ReferralStatus reached, ReferralDetails agreed) {
        Pending.ResponseDeadline deadline = new Pending.ResponseDeadline(due, escalations, marks());
        return reached == ReferralStatus.REQUESTED
                ? new Pending.Requested(agreed, deadline)
                : new Pending.Received(agreed, deadline);
    }

    private Active.Working working(ReferralStatus reached, ReferralDetails agreed, DataKey notes) {
        Active.Assignment assignment = new Active.Assignment(
                acceptedAt,
                acceptedBy,
                assignee,
                contact,
                opened(cancelReason, cancelNote, notes, "cancelNote"),
                opened(returnReason, returnNote, notes, "returnNote"),
                marks());
        return reached == ReferralStatus.ACCEPTED
                ? new Active.Accepted(agreed, assignment)
                : new Active.InProgress(agreed, assignment);
    }

    private StatusReason reason(DataKey notes) {
        return opened(reasonCode, note, notes, "note");
    }

    private String noteOf(DataKey notes) {
        return notes.open(note, record(), "note");
    }

    private StatusReason opened(ReasonCode why, byte[] sealed, DataKey notes, String field) {
        return why == null ? null : new StatusReason(why, notes.open(sealed, record(), field));
    }

    private byte[] seal(StatusReason reason, DataKey notes, String field) {
        return reason == null ? null : notes.seal(reason.note(), record(), field);
    }

    private static ReasonCode code(StatusReason reason) {
        return reason == null ? null : reason.code();
    }

    private String record() {
        return record(id);
    }

    /** What a referral's words are sealed for. */
    static String record(UUID id) {
        return "referral/" + id;
    }

    private Set<BusinessStatus> marks() {
        return Set.copyOf(constants(BusinessStatus.class, marks));
    }

    private static String[] sorted(Collection<BusinessStatus> marks) {
        return codes(marks.stream().sorted().toList());
    }

    ReferralHeader toHeader() {
        return new ReferralHeader(
                id, number, version, details.kind, details.consultationRef, details.createdAt, changedAt);
    }
}
