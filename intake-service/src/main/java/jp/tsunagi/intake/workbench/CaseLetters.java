package jp.tsunagi.intake.workbench;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagi.intake.IntakeProblem;
import jp.tsunagi.intake.consultation.CaseFile;
import jp.tsunagi.intake.consultation.CaseFiles;
import jp.tsunagi.intake.consultation.Consultations;
import jp.tsunagi.intake.letter.Letter;
import jp.tsunagi.intake.letter.LetterDraft;
import jp.tsunagi.intake.letter.Letters;
import jp.tsunagi.intake.removal.RequestForm;
import jp.tsunagi.intake.removal.TargetFile;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.problem.Refusal;
import jp.tsunagi.platform.sealing.DataKey;
import org.jspecify.annotations.Nullable;

/** Letters that counsellors prepare for a consulter, or write with them at the counter. */
@ApplicationScoped
class CaseLetters {

    private final CaseFiles files;
    private final CaseTargets targets;
    private final Consultations consultations;
    private final Letters letters;

    CaseLetters(CaseFiles files, CaseTargets targets, Consultations consultations, Letters letters) {
        this.files = files;
        this.targets = targets;
        this.consultations = consultations;
        this.letters = letters;
    }

    /** Which letter, about which place of which case. */
    record Key(UUID consultation, UUID target, RequestForm form) {}

    /**
     * A letter that is being prepared.
     *
     * @param begins what the counsellors have kept, else what is known
     * @param draft what the counsellors have kept; null for nothing
     * @param byConsulter what the consulter has kept; null for nothing
     */
    record Begun(
            CaseFile file,
            Letter begins,
            @Nullable LetterDraft draft,
            @Nullable LetterDraft byConsulter) {

        /** What the next change must name. */
        public long version() {
            return draft == null ? 0 : draft.version();
        }
    }

    Begun begin(Key key, Actor reader) {
        CaseFile file = files.read(key.consultation, reader);
        TargetFile target = target(file, key.target);
        DataKey dataKey = consultations.key(key.consultation);
        Optional<LetterDraft> draft = letters.find(key.target, key.form, false, dataKey);
        return new Begun(
                file,
                draft.map(LetterDraft::letter)
                        .orElseGet(() -> letters.prefilled(
                                key.form, target, file.classification(), Optional.ofNullable(target.provider()))),
                draft.orElse(null),
                letters.find(key.target, key.form, true, dataKey).orElse(null));
    }

    LetterDraft keep(Key key, Letter letter, long expectedVersion, Actor by) {
        CaseFile file = files.readForHandOver(key.consultation, by);
        target(file, key.target);
        return letters.keep(
                key.consultation, key.target, letter, expectedVersion, consultations.key(key.consultation), by);
    }

    private TargetFile target(CaseFile file, UUID id) {
        return targets.of(file).stream()
                .filter(one ->
                        one.target().id().equals(id) && !file.classification().isFromRespondent())
                .findFirst()
                .orElseThrow(() -> new Refusal(IntakeProblem.TARGET_NOT_FOUND));
    }
}
