package jp.tsunagi.intake.handover;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagi.intake.IntakeProblem;
import jp.tsunagi.intake.consultation.CaseFile;
import jp.tsunagi.intake.desk.Desk;
import jp.tsunagi.intake.desk.Desks;
import jp.tsunagi.platform.code.Json;
import jp.tsunagi.platform.outbox.Event;
import jp.tsunagi.platform.outbox.Outbox;
import jp.tsunagi.platform.problem.Refusal;
import jp.tsunagi.platform.sealing.DataKey;
import jp.tsunagi.platform.sealing.Envelope;
import jp.tsunagi.platform.sealing.SignedStatements;
import jp.tsunagi.platform.time.Ids;
import jp.tsunagi.vocabulary.DeskMode;

/** The hand-overs of our cases: asked for here, then followed by what referral-service announces. */
@ApplicationScoped
public class Referrals {

    private final ReferralRows rows;
    private final Desks desks;
    private final Envelope envelope;
    private final SignedStatements statements;
    private final Outbox outbox;
    private final Json json;

    Referrals(
            ReferralRows rows, Desks desks, Envelope envelope, SignedStatements statements, Outbox outbox, Json json) {
        this.rows = rows;
        this.desks = desks;
        this.envelope = envelope;
        this.statements = statements;
        this.outbox = outbox;
        this.json = json;
    }

    /**
     * A hand-over that passed every check.
     *
     * @param mode how it reaches the desk
     * @param requestedBy account of the counsellor who asked for it
     * @param requestedByName whose it is until it has arrived
     * @param version that the case reached with it
     */
    record Order(
            HandoverPlan plan,
            DeskMode mode,
            RecordedBasis basis,
            String requestedBy,
            String requestedByName,
            long version,
            Instant at) {}

    /** All hand-overs of a case, oldest first. */
    public List<Referral> findByConsultation(UUID consultation) {
        return rows.findByConsultation(consultation).stream()
                .map(ReferralRow::toDomain)
                .toList();
    }

    /** What was written for the desk to read first; empty for what did not start on our pages. */
    public String summary(UUID id, DataKey key) {
        return rows.findByIdOptional(id)
                .map(row -> key.open(row.summary, id.toString(), "summary"))
                .orElse("");
    }

    /** A hand-over of this case, or a refusal. */
    public Referral get(UUID consultation, UUID id) {
        return rows.findByIdOptional(id)
                .filter(row -> row.consultationId.equals(consultation))
                .map(ReferralRow::toDomain)
                .orElseThrow(() -> new Refusal(IntakeProblem.REFERRAL_NOT_FOUND));
    }

    boolean isUndelivered(UUID id) {
        return rows.findByIdOptional(id)
                .filter(row -> row.toDomain().undelivered())
                .isPresent();
    }

    Optional<Referral> findOpen(UUID consultation, String desk) {
        return rows.findOpen(consultation, desk).map(ReferralRow::toDomain);
    }

    UUID request(CaseFile file, Order order, DataKey key) {
        ReferralRow row = new ReferralRow();
        row.id = Ids.next();
        row.consultationId = file.id();
        row.targetDesk = order.plan().targetDesk();
        row.mode = order.mode();
        row.store(new Referral.Progress(
                HandoverStatus.SENDING,
                null,
                0,
                null,
                null,
                List.of(),
                !order.mode().arrivesByItself(),
                null,
                order.at()));
        row.store(new Referral.Request(
                List.copyOf(order.plan().fields()),
                order.basis().kind(),
                order.requestedBy(),
                order.requestedByName(),
                order.at()));
        row.basisRecord = order.basis().recordId();
        row.summary = key.seal(order.plan().summary(), row.id.toString(), "summary");
        rows.persist(row);
        outbox.append(new Event(
                HandoverEvent.TOPIC,
                HandoverEvent.TYPE,
                "consultation",
                file.id().toString(),
                order.version(),
                event(row, file, order)));
        return row.id;
    }

    /** Stores what is newer than we know, or the first that its owner says of it; empty when it was old news. */
    Optional<Referral> upsert(UUID id, UUID consultation, String targetDesk, Referral.Progress news, boolean first) {
        ReferralRow row = rows.findById(id);
        if (row == null) {
            row = added(id, consultation, targetDesk, news);
        } else if (!first && row.version >= news.version()) {
            return Optional.empty();
        }
        row.store(news);
        rows.flush();
        return Optional.of(row.toDomain());
    }

    /** A referral of our case that did not start on our pages, for example by the partner API. */
    private ReferralRow added(UUID id, UUID consultation, String targetDesk, Referral.Progress news) {
        ReferralRow row = new ReferralRow();
        row.id = id;
        row.consultationId = consultation;
        row.targetDesk = targetDesk;
        row.mode = desks.find(targetDesk).map(Desk::mode).orElse(null);
        row.store(news);
        row.store(new Referral.Request(List.of(), null, "", "", news.changedAt()));
        rows.persist(row);
        return row;
    }

    private HandoverEvent event(ReferralRow row, CaseFile file, Order order) {
        String referral = row.id.toString();
        String consultation = file.id().toString();
        String owner = file.consultation().owner();
        var details = new HandoverEvent.Details(
                HandoverEvent.KIND,
                new HandoverEvent.Parties(owner, owner, order.plan().targetDesk()),
                file.classification(),
                file.urgency());
        var disclosure = new HandoverEvent.Disclosure(HandoverEvent.LABEL, row.disclosedFields);
        byte[] plain = json.write(
                        order.plan().disclosed(file.toldBy(order.basis().givenAt())))
                .getBytes(StandardCharsets.UTF_8);
        var statement = new HandoverStatement(
                consultation,
                details,
                disclosure,
                order.basis(),
                base64(SignedStatements.hash(plain)),
                order.requestedBy(),
                order.at());
        return new HandoverEvent(
                referral,
                consultation,
                details,
                disclosure,
                order.requestedBy(),
                base64(envelope.seal(Envelope.Receiver.REFERRAL, plain, referral)),
                statements.sign(HandoverStatement.TYPE, HandoverStatement.subject(referral), json.write(statement)),
                order.at());
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
