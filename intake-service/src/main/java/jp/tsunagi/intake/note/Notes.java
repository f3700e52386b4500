package jp.tsunagi.intake.note;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import jp.tsunagi.intake.consultation.CaseFiles;
import jp.tsunagi.intake.consultation.Consultations;
import jp.tsunagi.intake.submission.Submission;
import jp.tsunagi.platform.audit.Audit;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.sealing.DataKey;
import jp.tsunagi.platform.time.Ids;
import org.jspecify.annotations.Nullable;

/** The counsellors' notes on a case, sealed with its key; added and read, never changed. */
@ApplicationScoped
public class Notes {

    private final NoteRows rows;
    private final CaseFiles files;
    private final Consultations consultations;
    private final Audit audit;
    private final Clock clock;

    Notes(NoteRows rows, CaseFiles files, Consultations consultations, Audit audit, Clock clock) {
        this.rows = rows;
        this.files = files;
        this.consultations = consultations;
        this.audit = audit;
        this.clock = clock;
    }

    /** Adds a note to a case of the author's agency, open or closed. It is no version of the case and tells nobody. */
    public Note add(UUID consultation, @Nullable String text, Actor author) {
        String words = Submission.readText(text).text();
        files.readForHandOver(consultation, author);
        NoteRow row = new NoteRow();
        row.id = Ids.next();
        row.consultationId = consultation;
        row.authorId = author.id();
        row.author = author.name();
        row.body = requireNonNull(consultations.key(consultation).seal(words, row.id.toString(), "note"));
        row.at = clock.instant();
        rows.persist(row);
        audit.record(author, "consultation.note", "consultation/" + consultation, null);
        return new Note(row.id, row.author, words, row.at);
    }

    /** Oldest first, for a case that was opened. */
    public List<Note> findByConsultation(UUID consultation) {
        DataKey key = consultations.key(consultation);
        return rows.findByConsultation(consultation).stream()
                .map(row -> new Note(
                        row.id, row.author, requireNonNull(key.open(row.body, row.id.toString(), "note")), row.at))
                .toList();
    }
}
