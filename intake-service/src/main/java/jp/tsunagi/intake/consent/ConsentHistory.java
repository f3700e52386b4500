package jp.tsunagi.intake.consent;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

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

    /** Questions that wait for the consulter; asking again replaces the question before. */
    public List<Consent> openQuestions() {
        return entries.stream().filter(this::isOpen).toList();
    }

    /** Everything that was asked and said, question by question, oldest first. */
    public List<ConsentConversation> conversations() {
        return entries.stream()
                .filter(entry -> entry.about() == null)
                .map(this::conversation)
                .toList();
    }

    private ConsentConversation conversation(Consent first) {
        Consent question = first.isAsked() ? first : null;
        Consent answer = first.isAsked() ? follower(first) : first;
        Consent withdrawal = answer == null ? null : follower(answer);
        return new ConsentConversation(question, answer, withdrawal, state(first, answer, withdrawal));
    }

    private ConsentConversation.State state(Consent first, @Nullable Consent answer, @Nullable Consent withdrawal) {
        if (answer == null) {
            return isOpen(first) ? ConsentConversation.State.ASKED : ConsentConversation.State.REPLACED;
        }
        if (withdrawal != null) {
            return ConsentConversation.State.WITHDRAWN;
        }
        if (answer.isNo()) {
            return ConsentConversation.State.REFUSED;
        }
        return isNewestAnswer(answer) ? ConsentConversation.State.GIVEN : ConsentConversation.State.OVERTAKEN;
    }

    private boolean isOpen(Consent entry) {
        return entry.isAsked() && !isFollowed(entry.id()) && !isReplaced(entry);
    }

    /** Whether the same was asked again. */
    boolean isReplaced(Consent question) {
        return last(entry -> entry.isAsked() && entry.recipient().equals(question.recipient()))
                .filter(question::equals)
                .isEmpty();
    }

    private @Nullable Consent follower(Consent entry) {
        return last(one -> entry.id().equals(one.about())).orElse(null);
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
