package jp.tsunagi.intake.mailbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagi.intake.IntakeProblem;
import jp.tsunagi.intake.consultation.CaseFile;
import jp.tsunagi.intake.consultation.CaseFiles;
import jp.tsunagi.intake.consultation.Consultations;
import jp.tsunagi.intake.letter.Letter;
import jp.tsunagi.intake.letter.LetterDraft;
import jp.tsunagi.intake.letter.Letters;
import jp.tsunagi.intake.provider.ProviderEntry;
import jp.tsunagi.intake.removal.RequestForm;
import jp.tsunagi.intake.removal.TargetFile;
import jp.tsunagi.intake.removal.TargetFiles;
import jp.tsunagi.platform.problem.Refusal;
import jp.tsunagi.platform.rowsecurity.RowAccess;
import jp.tsunagi.platform.sealing.DataKey;
import org.jspecify.annotations.Nullable;

/** Letters that the consulter writes in the mailbox. */
@ApplicationScoped
class MailboxLetters {

    private final CaseFiles files;
    private final Consultations consultations;
    private final TargetFiles targets;
    private final Letters letters;
    private final RowAccess access;

    MailboxLetters(
            CaseFiles files, Consultations consultations, TargetFiles targets, Letters letters, RowAccess access) {
        this.files = files;
        this.consultations = consultations;
        this.targets = targets;
        this.letters = letters;
        this.access = access;
    }

    /** Which letter, about which place of which case. */
    record Key(UUID consultation, UUID target, RequestForm form) {}

    /**
     * A letter that is being written.
     *
     * @param prepared what a counsellor has prepared; null for nothing
     * @param ownWords what the consulter wrote when the case began
     * @param isMinor whether somebody else has to sign
     */
    record Begun(Letter letter, @Nullable Letter prepared, String ownWords, boolean isMinor) {}

    /** What the consulter has kept, else what a counsellor has prepared, else what is known. */
    Begun begin(Key key) {
        access.open(key.consultation);
        CaseFile file = files.readForConsulter(key.consultation);
        DataKey dataKey = consultations.key(key.consultation);
        TargetFile target = target(file, key, dataKey);
        Optional<LetterDraft> own = letters.find(key.target, key.form, true, dataKey);
        Optional<LetterDraft> prepared = letters.find(key.target, key.form, false, dataKey);
        Optional<ProviderEntry> told = Optional.ofNullable(target.provider()).filter(entry -> !entry.isDue());
        return new Begun(
                own.or(() -> prepared)
                        .map(LetterDraft::letter)
                        .orElseGet(() -> letters.prefilled(key.form, target, file.classification(), told)),
                prepared.map(LetterDraft::letter).orElse(null),
                file.submission().text(),
                file.classification().ageBand().isMinor());
    }

    /** Checks what was written, and keeps it without who anybody is. */
    Begun keep(Key key, List<Letter.Value> written) {
        Letter letter = Letter.read(key.form, written);
        Begun before = begin(key);
        if (!letter.withoutIdentity().equals(before.letter)) {
            consultations.lock(key.consultation);
            letters.keep(key.consultation, key.target, letter, consultations.key(key.consultation));
        }
        return new Begun(letter, before.prepared, before.ownWords, before.isMinor);
    }

    private TargetFile target(CaseFile file, Key key, DataKey dataKey) {
        return targets.of(key.consultation, file.targets(), file.allCategories(), file.receivedAt(), dataKey).stream()
                .filter(one -> one.target().id().equals(key.target)
                        && !file.classification().isFromRespondent())
                .findFirst()
                .orElseThrow(() -> new Refusal(IntakeProblem.TARGET_NOT_FOUND));
    }
}
