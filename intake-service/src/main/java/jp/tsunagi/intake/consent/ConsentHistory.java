package jp.tsunagi.intake.consent;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * Everything that was asked and said about consent in one case, oldest first: what counts today follows from it.
 *
 * @param entries never changed, only added to
 */
public record ConsentHistory(List<Consent> entries) {

    public ConsentHistory {
        entries = List.copyOf(entries);
    }

    /** The newest entry for a recipient, a question included. */
    public Optional<Consent> newest(String recipient) {
        return last(entry -> entry.recipient().equals(recipient));
    }

    /** What the consulter last said about a recipient. A new question does not take an answer away. */
    public Optional<Consent> newestAnswer(String recipient) {
        return last(entry -> entry.recipient().equals(recipient) && !entry.isAsked());
    }

    /** The consulter's last word about this recipient was no. */
    public boolean isNo(String recipient) {
        return newestAnswer(recipient).filter(Consent::isNo).isPresent();
    }

    /** The consulter said something about this recipient after the given moment. */
    public boolean hasAnswerAfter(String recipient, Instant then) {
        return newestAnswer(recipient)
                .filter(answer -> answer.recordedAt().isAfter(then))
                .isPresent();
    }

    /** Questions that wait for the consulter. */
    public List<Consent> openQuestions() {
        return entries.stream()
                .filter(Consent::isAsked)
                .filter(question -> !isFollowed(question.id()))
                .toList();
    }

    /** The yes that counts for each recipient. */
    public List<Consent> given() {
        return entries.stream()
                .filter(entry -> entry.isGiven() && isNewestAnswer(entry))
                .toList();
    }

    Optional<Consent> find(UUID id) {
        return last(entry -> entry.id().equals(id));
    }

    /** Whether an entry was answered or taken back. */
    boolean isFollowed(UUID id) {
        return entries.stream().anyMatch(entry -> id.equals(entry.about()));
    }

    boolean isNewestAnswer(Consent entry) {
        return newestAnswer(entry.recipient()).filter(entry::equals).isPresent();
    }

    private Optional<Consent> last(Predicate<Consent> wanted) {
        return entries.reversed().stream().filter(wanted).findFirst();
    }
}
