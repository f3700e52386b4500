package jp.tsunagi.referral.handover;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.tsunagi.platform.sealing.DataKey;

@Entity
@Table(name = "referral")
class ReferralRow {

    @Id
    UUID id;

    /** Raised by {@link Referrals}, which locks the row first: a draft may be stored and sent in one transaction. */
    long version;

    @Embedded
    TermsRow terms;

    @Enumerated(EnumType.STRING)
    Status status;

    @Enumerated(EnumType.STRING)
    Business business;

    String[] marks;

    @Column(name = "owner_agency")
    String ownerAgency;

    Instant due;
    Integer escalations;

    @Column(name = "accepted_at")
    Instant acceptedAt;

    @Column(name = "accepted_by")
    String acceptedBy;

    String assignee;
    String contact;

    @Enumerated(EnumType.STRING)
    @Column(name = "cancel_reason")
    Reason cancelReason;

    @Column(name = "cancel_note")
    byte[] cancelNote;

    @Enumerated(EnumType.STRING)
    @Column(name = "return_reason")
    Reason returnReason;

    @Column(name = "return_note")
    byte[] returnNote;

    @Enumerated(EnumType.STRING)
    @Column(name = "resume_to")
    Status resumeTo;

    @Column(name = "resume_by")
    LocalDate resumeBy;

    @Enumerated(EnumType.STRING)
    Taken.Holder holder;

    @Enumerated(EnumType.STRING)
    Reason reason;

    byte[] note;

    @Column(name = "suggested_desk")
    String suggestedDesk;

    String[] results;

    @Column(name = "visible_to_consulter")
    Boolean visibleToConsulter;

    @Column(name = "closed_at")
    Instant closedAt;

    @Column(name = "notes_key")
    byte[] notesKey;

    @Column(name = "changed_at")
    Instant changedAt;

    /** Writes all columns, so that nothing of the state before lingers. */
    void store(Referral referral, DataKey notes) {
        Standing standing = Standing.of(referral);
        terms = TermsRow.of(referral.terms());
        status = standing.status();
        business = standing.business();
        ownerAgency = standing.owner();
        store((Undecided.Waiting) null);
        store((Taken.Work) null, notes);
        store((Because) null, notes);
        resumeTo = null;
        resumeBy = null;
        holder = null;
        suggestedDesk = standing.suggestedDesk();
        results = null;
        visibleToConsulter = null;
        closedAt = null;
        switch (referral) {
            case Referral.Draft _ -> marks = names(Set.of());
            case Undecided undecided -> store(undecided.waiting());
            case Referral.AwaitingInformation asked -> {
                store(asked.before().waiting());
                resumeTo = Standing.of(asked.before()).status();
            }
            case Taken.InHand inHand -> store(inHand.work(), notes);
            case Taken.Held held -> {
                store(held.work(), notes);
                resumeTo = Standing.of(held.before()).status();
                resumeBy = held.resumeBy();
                holder = held.holder();
            }
            case Closed closed -> {
                marks = names(closed.marks());
                closedAt = closed.at();
            }
        }
        if (referral instanceof Closed.Completed completed) {
            results = completed.results().stream().map(Enum::name).toArray(String[]::new);
            visibleToConsulter = completed.visibleToConsulter();
            note = notes.seal(completed.note(), record(), "note");
        } else {
            store(Standing.because(referral), notes);
        }
    }

    private void store(Undecided.Waiting waiting) {
        due = waiting == null ? null : waiting.due();
        escalations = waiting == null ? null : waiting.escalations();
        marks = names(waiting == null ? Set.of() : waiting.marks());
    }

    private void store(Taken.Work work, DataKey notes) {
        boolean none = work == null;
        marks = names(none ? Set.of() : work.marks());
        acceptedAt = none ? null : work.acceptedAt();
        acceptedBy = none ? null : work.acceptedBy();
        assignee = none ? null : work.assignee();
        contact = none ? null : work.contact();
        cancelReason =
                none || work.cancelAsked() == null ? null : work.cancelAsked().reason();
        cancelNote = none ? null : seal(work.cancelAsked(), notes, "cancelNote");
        returnReason = none || work.returnOffered() == null
                ? null
                : work.returnOffered().reason();
        returnNote = none ? null : seal(work.returnOffered(), notes, "returnNote");
    }

    private void store(Because because, DataKey notes) {
        reason = because == null ? null : because.reason();
        note = seal(because, notes, "note");
    }

    Referral toDomain(DataKey notes) {
        Terms agreed = terms.toDomain(id);
        return switch (status) {
            case DRAFT -> new Referral.Draft(agreed);
            case REQUESTED, RECEIVED -> undecided(status, agreed);
            case ACCEPTED, IN_PROGRESS -> inHand(status, agreed, notes);
            case ON_HOLD ->
                resumeTo == Status.REQUESTED || resumeTo == Status.RECEIVED
                        ? new Referral.AwaitingInformation(undecided(resumeTo, agreed), noteOf(notes))
                        : new Taken.Held(inHand(resumeTo, agreed, notes), because(notes), resumeBy, holder);
            case COMPLETED ->
                new Closed.Completed(
                        agreed,
                        Arrays.stream(results).map(Result::valueOf).toList(),
                        noteOf(notes),
                        visibleToConsulter,
                        closedAt,
                        marks());
            case REJECTED -> new Closed.Rejected(agreed, because(notes), suggestedDesk, closedAt, marks());
            case CANCELLED -> new Closed.Cancelled(agreed, because(notes), closedAt, marks());
            case FAILED -> new Closed.Failed(agreed, because(notes), closedAt, marks());
            case ENTERED_IN_ERROR -> new Closed.EnteredInError(agreed, because(notes), closedAt);
        };
    }

    private Undecided undecided(Status reached, Terms agreed) {
        Undecided.Waiting waiting = new Undecided.Waiting(due, escalations, marks());
        return reached == Status.REQUESTED
                ? new Undecided.Requested(agreed, waiting)
                : new Undecided.Received(agreed, waiting);
    }

    private Taken.InHand inHand(Status reached, Terms agreed, DataKey notes) {
        Taken.Work work = new Taken.Work(
                acceptedAt,
                acceptedBy,
                assignee,
                contact,
                opened(cancelReason, cancelNote, notes, "cancelNote"),
                opened(returnReason, returnNote, notes, "returnNote"),
                marks());
        return reached == Status.ACCEPTED ? new Taken.Accepted(agreed, work) : new Taken.InProgress(agreed, work);
    }

    private Because because(DataKey notes) {
        return opened(reason, note, notes, "note");
    }

    private String noteOf(DataKey notes) {
        return notes.open(note, record(), "note");
    }

    private Because opened(Reason why, byte[] sealed, DataKey notes, String field) {
        return why == null ? null : new Because(why, notes.open(sealed, record(), field));
    }

    private byte[] seal(Because because, DataKey notes, String field) {
        return because == null ? null : notes.seal(because.note(), record(), field);
    }

    private String record() {
        return "referral/" + id;
    }

    private Set<Business> marks() {
        return Arrays.stream(marks).map(Business::valueOf).collect(Collectors.toSet());
    }

    private static String[] names(Collection<Business> marks) {
        return marks.stream().sorted().map(Enum::name).toArray(String[]::new);
    }

    Listed listed() {
        return new Listed(
                id,
                version,
                status,
                business,
                terms.kind,
                terms.consultation,
                terms.originAgency,
                terms.originDesk,
                terms.targetAgency,
                terms.targetDesk,
                ownerAgency,
                terms.facts(),
                terms.label,
                List.of(terms.fields),
                reason,
                suggestedDesk,
                results == null
                        ? List.of()
                        : Arrays.stream(results).map(Result::valueOf).toList(),
                terms.createdAt,
                changedAt,
                due);
    }
}
