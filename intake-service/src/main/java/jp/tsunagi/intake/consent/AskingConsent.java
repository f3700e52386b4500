package jp.tsunagi.intake.consent;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.tsunagi.intake.IntakeProblem;
import jp.tsunagi.intake.consultation.CaseFile;
import jp.tsunagi.intake.consultation.CaseFiles;
import jp.tsunagi.intake.desk.Desk;
import jp.tsunagi.intake.desk.Desks;
import jp.tsunagi.intake.notification.TellingConsulters;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.problem.Refusal;
import jp.tsunagi.platform.problem.Violations;
import jp.tsunagi.vocabulary.Field;

/**
 * A counsellor asks a consulter, in the mailbox, whether something may be passed on. Checked first, with what the desk
 * requires and refuses, and announced by a mail that says nothing.
 */
@ApplicationScoped
class AskingConsent {

    private final CaseFiles files;
    private final Desks desks;
    private final Consents consents;
    private final TellingConsulters telling;
    private final ConsentTexts texts;
    private final Clock clock;

    AskingConsent(
            CaseFiles files,
            Desks desks,
            Consents consents,
            TellingConsulters telling,
            ConsentTexts texts,
            Clock clock) {
        this.files = files;
        this.desks = desks;
        this.consents = consents;
        this.telling = telling;
        this.texts = texts;
        this.clock = clock;
    }

    /** Asking again replaces the question before. */
    void ask(UUID id, String desk, Set<Field> fields, Actor by) {
        CaseFile file = files.readForHandOver(id, by);
        if (desk.isEmpty() || fields.isEmpty()) {
            throw new Refusal(IntakeProblem.QUESTION_INCOMPLETE).at(desk.isEmpty() ? "/targetDesk" : "/fields");
        }
        if (!file.isOpen()) {
            throw new Refusal(IntakeProblem.ILLEGAL_TRANSITION)
                    .with("consultationStatus", file.state().status())
                    .with("command", "ask-consent");
        }
        objections(desks.find(desk), file, fields).throwIfAny();
        Instant now = clock.instant();
        String edition = TextEditions.at(now);
        Consent question =
                consents.ask(id, new Consent.Scope(desk, fields, edition), texts.wordings(edition, now), by, now);
        telling.remind(id, question.id());
    }

    private static Violations objections(Optional<Desk> asked, CaseFile file, Set<Field> fields) {
        Violations objections = new Violations();
        asked.ifPresentOrElse(
                desk -> {
                    objections.addAll(desk.objections(
                            file.consultation().owner(), file.submission().consulter()));
                    objections.addAll(AskedField.objections(AskedField.all(desk.profile(), file.submission()), fields));
                },
                () -> objections.add("/targetDesk", IntakeProblem.DESK_UNKNOWN));
        return objections;
    }
}
