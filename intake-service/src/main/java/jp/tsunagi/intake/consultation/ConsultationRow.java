package jp.tsunagi.intake.consultation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jp.tsunagi.intake.consultation.Consultation.Advised;
import jp.tsunagi.intake.consultation.Consultation.Closed;
import jp.tsunagi.intake.consultation.Consultation.InProgress;
import jp.tsunagi.intake.consultation.Consultation.Received;
import jp.tsunagi.intake.consultation.Consultation.Referred;
import jp.tsunagi.intake.consultation.Consultation.Return;
import jp.tsunagi.intake.consultation.Consultation.Returned;
import jp.tsunagi.intake.submission.ContentUrl;
import jp.tsunagi.intake.submission.MailAddress;
import jp.tsunagi.intake.submission.Submission;
import jp.tsunagi.intake.triage.Urgency;
import jp.tsunagi.platform.sealing.DataKey;

/** One row per consultation: its state, what may be sorted and counted, and what only its data key opens. */
@Entity
@Table(name = "consultation")
class ConsultationRow {

    @Id
    UUID id;

    @Version
    long version = 1;

    @Column(name = "owner_agency")
    String owner;

    String receiptNumber;
    byte[] codeFingerprint;
    byte[] dataKey;
    String status;
    String holder;
    String returnDesk;
    String returnReason;
    String returnSuggested;
    short queueRank;
    String wish;
    String consulterType;
    boolean respondentSide;
    String ageBand;
    String[] categories;
    String danger;
    String urgency;
    String[] urgencyReasons;
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
        owner = state.owner();
        status = state.status();
        holder = state.holder();
        Return why = state instanceof Returned returned ? returned.why() : new Return(null, null, null);
        returnDesk = why.desk();
        returnReason = why.reason();
        returnSuggested = why.suggestedDesk();
        queueRank = Queue.rank(state, Urgency.of(urgency).orElseThrow());
    }

    Consultation toDomain() {
        return switch (status) {
            case "received" -> new Received(id, owner);
            case "in-progress" -> new InProgress(id, owner, holder);
            case "advised" -> new Advised(id, owner, holder);
            case "referred" -> new Referred(id, owner, holder);
            case "returned" -> new Returned(id, owner, holder, new Return(returnDesk, returnReason, returnSuggested));
            case "closed" -> new Closed(id, owner, holder);
            default -> throw new IllegalStateException("no such status: " + status);
        };
    }

    /** What the consulter told us; the personal part is sealed for this record and field. */
    void tell(Submission told, DataKey key) {
        wish = told.wish().code();
        consulterType = told.consulterType().code();
        respondentSide = told.isRespondentSide();
        ageBand = told.ageBand().code();
        categories = told.categories().stream().map(c -> c.code()).toArray(String[]::new);
        danger = told.danger().code();
        dataKey = key.wrapped();
        narrative = seal(key, told.narrative().text(), "narrative");
        urls = seal(key, Lines.join(told.urls().stream().map(ContentUrl::typed).toList()), "urls");
        callName = seal(key, told.callName(), "callName");
        contact = seal(key, told.contact().map(MailAddress::value).orElse(""), "contact");
        prefecture = seal(key, told.prefecture(), "prefecture");
    }

    private byte[] seal(DataKey key, String plain, String field) {
        return key.seal(plain, id.toString(), field);
    }

    String open(DataKey key, byte[] sealed, String field) {
        return key.open(sealed, id.toString(), field);
    }

    List<String> openUrls(DataKey key) {
        return Lines.split(open(key, urls, "urls"));
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
