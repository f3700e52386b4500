package jp.tsunagi.intake.consultation;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagi.intake.consultation.Consultation.Return;
import jp.tsunagi.intake.consultation.Consultation.Returned;
import jp.tsunagi.intake.desk.DeskReason;
import jp.tsunagi.intake.submission.CaseClassification;
import jp.tsunagi.intake.submission.ContentUrl;
import jp.tsunagi.intake.submission.Danger;
import jp.tsunagi.intake.submission.MailAddress;
import jp.tsunagi.intake.submission.Submission;
import jp.tsunagi.intake.triage.Assessment;
import jp.tsunagi.intake.triage.UrgencyRule;
import jp.tsunagi.platform.sealing.DataKey;
import jp.tsunagi.vocabulary.AgeBand;
import jp.tsunagi.vocabulary.Category;
import jp.tsunagi.vocabulary.ConsulterType;
import jp.tsunagi.vocabulary.Urgency;
import jp.tsunagi.vocabulary.Wish;

/** One row per consultation: its state, what may be sorted and counted, and what only its data key opens. */
@Entity
@Table(name = "consultation")
class ConsultationRow {

    @Id
    UUID id;

    @Version
    long version = 1;

    String ownerAgency;
    String receiptNumber;
    byte[] codeFingerprint;
    byte[] dataKey;

    @Enumerated(EnumType.STRING)
    ConsultationStatus status;

    String assignee;
    String returnDesk;
    String returnReason;
    String returnSuggested;
    short queueRank;

    @Enumerated(EnumType.STRING)
    Wish wish;

    @Enumerated(EnumType.STRING)
    ConsulterType consulterType;

    boolean respondentSide;

    @Enumerated(EnumType.STRING)
    AgeBand ageBand;

    @Enumerated(EnumType.STRING)
    List<Category> categories;

    @Enumerated(EnumType.STRING)
    Danger danger;

    @Enumerated(EnumType.STRING)
    Urgency urgency;

    @Enumerated(EnumType.STRING)
    List<UrgencyRule> urgencyReasons;

    byte[] narrative;
    byte[] urls;
    byte[] callName;
    byte[] contact;
    byte[] prefecture;
    Instant receivedAt;
    Instant changedAt;
    String changedBy;

    /** Writes every column of the state, so that nothing of the state before stays behind. */
    void store(Consultation state) {
        id = state.id();
        ownerAgency = state.owner();
        status = state.status();
        assignee = state.assignee();
        Optional<Return> why = state instanceof Returned returned ? Optional.of(returned.why()) : Optional.empty();
        returnDesk = why.map(Return::desk).orElse(null);
        returnReason = why.map(Return::reason).map(DeskReason::code).orElse(null);
        returnSuggested = why.map(Return::suggestedDesk).orElse(null);
        queueRank = Queue.rank(status, urgency);
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
                        new Return(returnDesk, Objects.requireNonNull(DeskReason.of(returnReason)), returnSuggested));
            case CLOSED -> new Consultation.Closed(id, ownerAgency, assignee);
        };
    }

    void storeAssessment(Assessment assessment) {
        urgency = assessment.urgency();
        urgencyReasons = assessment.urgencyReasons();
    }

    Assessment assessment() {
        return new Assessment(urgency, urgencyReasons);
    }

    /** Stores what the consulter told us; the personal part is sealed for this record and field. */
    void storeSubmission(Submission submission, DataKey key) {
        CaseClassification classification = submission.classification();
        wish = classification.wish();
        consulterType = classification.consulterType();
        respondentSide = classification.isFromRespondent();
        ageBand = classification.ageBand();
        categories = List.copyOf(classification.categories());
        danger = submission.danger();
        dataKey = key.wrapped();
        narrative = seal(key, submission.narrative().text(), "narrative");
        urls = seal(
                key,
                Lines.join(submission.urls().stream().map(ContentUrl::typed).toList()),
                "urls");
        callName = seal(key, submission.callName(), "callName");
        contact = seal(key, submission.contact().map(MailAddress::value).orElse(""), "contact");
        prefecture = seal(key, submission.prefecture(), "prefecture");
    }

    CaseClassification classification() {
        return new CaseClassification(wish, consulterType, ageBand, new LinkedHashSet<>(categories));
    }

    CaseStatement statement(DataKey key, boolean withContact) {
        return new CaseStatement(
                classification(),
                danger,
                open(key, narrative, "narrative"),
                Lines.split(open(key, urls, "urls")),
                open(key, callName, "callName"),
                withContact ? open(key, contact, "contact") : "",
                open(key, prefecture, "prefecture"));
    }

    private byte[] seal(DataKey key, String plain, String field) {
        return key.seal(plain, id.toString(), field);
    }

    String open(DataKey key, byte[] sealed, String field) {
        return key.open(sealed, id.toString(), field);
    }

    /** A list kept in one sealed field; none of the parts holds a line break. */
    private static final class Lines {
        private Lines() {}

        static String join(List<String> parts) {
            return String.join("\n", parts);
        }

        static List<String> split(String joined) {
            return joined.isEmpty() ? List.of() : List.of(joined.split("\n"));
        }
    }
}
