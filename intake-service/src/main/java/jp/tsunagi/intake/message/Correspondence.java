package jp.tsunagi.intake.message;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jp.tsunagi.intake.submission.Narrative;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.sealing.DataKey;
import jp.tsunagi.platform.time.Ids;

/** Answers and what consulters write back, sealed with the key of their consultation. */
@ApplicationScoped
public class Correspondence {

    private final MessageRows rows;

    Correspondence(MessageRows rows) {
        this.rows = rows;
    }

    /** Everything that was exchanged in one case, oldest first. */
    public List<Message> findByConsultation(UUID consultation, DataKey key) {
        return rows.findByConsultation(consultation).stream()
                .map(row -> new Message(
                        row.id,
                        row.author,
                        row.desk,
                        row.fromConsulter,
                        requireNonNull(key.open(row.body, row.id.toString(), "body")),
                        row.at))
                .toList();
    }

    public Message addAnswer(UUID consultation, Narrative text, Actor author, DataKey key, Instant now) {
        return add(consultation, new Message(Ids.next(), author.name(), null, false, text.text(), now), key);
    }

    public Message addReply(UUID consultation, Narrative text, DataKey key, Instant now) {
        return add(consultation, new Message(Ids.next(), "", null, true, text.text(), now), key);
    }

    /** What the platform itself has to say. */
    public Message addNotice(UUID consultation, String text, DataKey key, Instant now) {
        return add(consultation, new Message(Ids.next(), "", null, false, text, now), key);
    }

    /** What a desk said and a counsellor lets through. */
    public Message addDeskWords(UUID consultation, Desk desk, String text, DataKey key, Instant now) {
        return add(consultation, new Message(Ids.next(), desk.name, desk.code, false, text, now), key);
    }

    /** @param name as the directory has it on the day of the message, so that its author never has none */
    public record Desk(String code, String name) {}

    private Message add(UUID consultation, Message message, DataKey key) {
        MessageRow row = new MessageRow();
        row.id = message.id();
        row.consultationId = consultation;
        row.author = message.author();
        row.desk = message.desk();
        row.fromConsulter = message.fromConsulter();
        row.body = requireNonNull(key.seal(message.text(), message.id().toString(), "body"));
        row.at = message.at();
        rows.persist(row);
        return message;
    }
}
