package jp.tsunagi.intake.consultation;

import static java.util.Objects.requireNonNull;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagi.intake.consultation.Consultation.Return;
import jp.tsunagi.intake.consultation.Consultation.Returned;
import jp.tsunagi.intake.deadline.ResponseTargets;
import jp.tsunagi.intake.desk.DeskReason;
import jp.tsunagi.intake.submission.CaseClassification;
import jp.tsunagi.intake.submission.Consulter;
import jp.tsunagi.intake.submission.ContentUrl;
import jp.tsunagi.intake.submission.Danger;
import jp.tsunagi.intake.submission.Submission;
import jp.tsunagi.intake.triage.Assessment;
import jp.tsunagi.intake.triage.Decision;
import jp.tsunagi.platform.code.Json;
import jp.tsunagi.platform.sealing.DataKey;
import jp.tsunagi.vocabulary.AgeBand;
import jp.tsunagi.vocabulary.Category;
import jp.tsunagi.vocabulary.ConsulterType;
import jp.tsunagi.vocabulary.Urgency;
import jp.tsunagi.vocabulary.Wish;
import org.jspecify.annotations.Nullable;

/** One row per consultation: its state, what may be sorted and counted, and what only its data key opens. */
@Entity
@Table(name = "consultation")
class ConsultationRow {

    /** A day on which counting is always overdue. */
    static final LocalDate AT_ONCE = LocalDate.EPOCH;

    /** Stands for no deadline, after all others in the order of the list. */
    static final LocalDate NO_DEADLINE = LocalDate.of(9999, 12, 31);

    @Id
    UUID id;

    @Version
    long version = 1;

    @Column(updatable = false)
    String ownerAgency;

    @Column(updatable = false)
    String receiptNumber;

    @Column(updatable = false)
    byte[] codeFingerprint;

    byte[] dataKey;

    @Enumerated(EnumType.STRING)
    ConsultationStatus status;

    String assignee;

    @Nullable
    String returnDesk;

    @Nullable
    String returnReason;

    @Nullable
    String returnSuggested;

    short queueRank;
    Instant toldAt;
    boolean unseen;

    @Nullable
    Instant dueAt;

    /** The end of the first period of the law that presses, or {@link #NO_DEADLINE}. */
    LocalDate deadlineOn = NO_DEADLINE;

    /** On which day its periods are to be counted again; null for never. */
    @Nullable
    LocalDate recountOn;

    /** By which edition of the rules they were counted; empty before the first time. */
    String countedBy = "";

    /** As the person told it, or as somebody decided. */
    @Enumerated(EnumType.STRING)
    Wish wish;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    Wish toldWish;

    @Enumerated(EnumType.STRING)
    ConsulterType consulterType;

    boolean respondentSide;

    @Enumerated(EnumType.STRING)
    AgeBand ageBand;

    /** As the person told them, or as somebody decided. */
    @Enumerated(EnumType.STRING)
    List<Category> categories;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    List<Category> toldCategories;

    @Enumerated(EnumType.STRING)
    Danger danger;

    @Enumerated(EnumType.STRING)
    Urgency urgency;

    /** Ids of rules; none when somebody decided it. */
    List<String> urgencyReasons;

    /** Whether it is as somebody decided, and no new words have raised it since. */
    boolean urgencyDecided;

    /** Whether somebody who knew the answers has decided how urgent it is; later words are read without them. */
    boolean answersWeighed;

    byte[] assessment;

    @Column(updatable = false)
    byte[] narrative;

    byte[] callName;
    byte[] contact;
    byte[] prefecture;

    @Column(updatable = false)
    Instant receivedAt;

    Instant changedAt;
    String changedBy;

    /** Writes every column of the state, so that nothing of the state before stays behind. */
    void store(Consultation state, Instant now) {
        id = state.id();
        ownerAgency = state.owner();
        status = state.status();
        assignee = state.assignee();
        Optional<Return> why = state instanceof Returned returned ? Optional.of(returned.why()) : Optional.empty();
        returnDesk = why.map(Return::desk).orElse(null);
        returnReason = why.map(Return::reason).map(DeskReason::code).orElse(null);
        returnSuggested = why.map(Return::suggestedDesk).orElse(null);
        if (status == ConsultationStatus.CLOSED) {
            deadlineOn = NO_DEADLINE;
        }
        recountOn = status == ConsultationStatus.CLOSED ? null : AT_ONCE;
        queueRank = Queue.rank(status, urgency, unseen, isPressing());
        dueAt = Queue.waitsForUs(status, unseen) ? dueSince(now) : null;
    }

    boolean isPressing() {
        return deadlineOn.isBefore(NO_DEADLINE);
    }

    Consultation toDomain() {
        return switch (status) {
            case RECEIVED -> new Consultation.Received(id, ownerAgency);
            case IN_PROGRESS -> new Consultation.InProgress(id, ownerAgency, assignee);
            case ADVISED -> new Consultation.Advised(id, ownerAgency, assignee);
            case REFERRED -> new Consultation.Referred(id, ownerAgency, assignee);
            case RETURNED ->
                new Returned(
                        id,
                        ownerAgency,
                        assignee,
                        new Return(
                                requireNonNull(returnDesk),
                                new DeskReason(requireNonNull(returnReason)),
                                returnSuggested));
            case CLOSED -> new Consultation.Closed(id, ownerAgency, assignee);
        };
    }

    /** What is suggested; the person's words in it are sealed like the text they come from. */
    void storeAssessment(Assessment suggested, DataKey key, Json json) {
        assessment = seal(key, json.write(suggested), "assessment");
        if (!urgencyDecided) {
            storeUrgency(
                    suggested.urgency(),
                    suggested.urgencyReasons().stream()
                            .map(Assessment.Reason::rule)
                            .toList());
        }
    }

    /** New words say that it is more urgent, whatever somebody decided before; somebody has to look. */
    void storeRaise(Assessment raised, DataKey key, Json json) {
        urgencyDecided = false;
        unseen = true;
        storeAssessment(raised, key, json);
    }

    void storeDecision(Decision decision) {
        switch (decision) {
            case Decision.UrgencyIs(var decided) -> {
                urgencyDecided = true;
                answersWeighed = true;
                storeUrgency(decided, List.of());
            }
            case Decision.CategoriesAre(var decided) -> categories = decided;
            case Decision.WishIs(var decided) -> wish = decided;
            case Decision.DeskIs _, Decision.NotDesk _ -> {
                // A desk is no part of the case before it is handed over.
            }
        }
    }

    private void storeUrgency(Urgency now, List<String> rules) {
        urgency = now;
        urgencyReasons = rules;
    }

    void storeNews(Instant now) {
        toldAt = now;
        unseen = true;
        dueAt = dueSince(now);
    }

    /** The earlier of the deadline that runs and the one that begins now: who writes again does not wait longer. */
    Instant dueSince(Instant now) {
        Instant fresh = ResponseTargets.due(urgency, now);
        return dueAt == null || fresh.isBefore(dueAt) ? fresh : dueAt;
    }

    Assessment assessment(DataKey key, Json json) {
        return json.read(open(key, assessment, "assessment"), Assessment.class);
    }

    /** Stores what the consulter told us; the personal part is sealed for this record and field. */
    void storeSubmission(Submission submission, DataKey key) {
        Consulter consulter = submission.consulter();
        wish = submission.wish();
        toldWish = submission.wish();
        consulterType = consulter.type();
        respondentSide = submission.classification().isFromRespondent();
        ageBand = consulter.ageBand();
        categories = submission.categories();
        toldCategories = submission.categories();
        danger = submission.danger();
        dataKey = key.wrapped();
        narrative = seal(key, submission.text(), "narrative");
        callName = seal(key, consulter.callName(), "callName");
        contact = seal(key, submission.contact(), "contact");
        prefecture = seal(key, consulter.prefecture(), "prefecture");
    }

    /** What the case is about: as it was told, or as somebody decided. */
    CaseClassification classification() {
        return new CaseClassification(wish, consulterType, ageBand, categories);
    }

    /** @param urls the places that were named so far */
    Submission submission(DataKey key, List<ContentUrl> urls, boolean withContact) {
        return new Submission(
                toldWish,
                open(key, narrative, "narrative"),
                toldCategories,
                urls,
                danger,
                new Consulter(
                        consulterType, ageBand, open(key, callName, "callName"), open(key, prefecture, "prefecture")),
                withContact ? open(key, contact, "contact") : "");
    }

    private byte[] seal(DataKey key, String plain, String field) {
        return requireNonNull(key.seal(plain, id.toString(), field));
    }

    String open(DataKey key, byte[] sealed, String field) {
        return requireNonNull(key.open(sealed, id.toString(), field));
    }
}
