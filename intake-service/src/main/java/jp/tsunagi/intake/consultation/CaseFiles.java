package jp.tsunagi.intake.consultation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import jp.tsunagi.intake.message.Correspondence;
import jp.tsunagi.intake.message.Message;
import jp.tsunagi.intake.removal.Target;
import jp.tsunagi.intake.removal.Targets;
import jp.tsunagi.intake.submission.ContentUrl;
import jp.tsunagi.platform.audit.Audit;
import jp.tsunagi.platform.code.Json;
import jp.tsunagi.platform.http.CursorPage;
import jp.tsunagi.platform.http.Stored;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.identity.Roles;
import jp.tsunagi.platform.page.JapanTime;
import jp.tsunagi.platform.paging.Cursors;
import jp.tsunagi.platform.sealing.DataKey;
import jp.tsunagi.platform.sealing.FieldEncryption;
import org.jspecify.annotations.Nullable;

/** Reading consultations: the queue without anything personal, and one case opened, audited before it is shown. */
@ApplicationScoped
public class CaseFiles {

    private final ConsultationRows rows;
    private final StepRows steps;
    private final ReadingRows readings;
    private final SearchTerms terms;
    private final Targets targets;
    private final Correspondence correspondence;
    private final FieldEncryption encryption;
    private final Audit audit;
    private final Cursors cursors;
    private final Clock clock;
    private final Json json;

    CaseFiles(
            ConsultationRows rows,
            StepRows steps,
            ReadingRows readings,
            SearchTerms terms,
            Targets targets,
            Correspondence correspondence,
            FieldEncryption encryption,
            Audit audit,
            Cursors cursors,
            Clock clock,
            Json json) {
        this.rows = rows;
        this.steps = steps;
        this.readings = readings;
        this.terms = terms;
        this.targets = targets;
        this.correspondence = correspondence;
        this.encryption = encryption;
        this.audit = audit;
        this.cursors = cursors;
        this.clock = clock;
        this.json = json;
    }

    /** Opens a case for a reader of its agency. A legal adviser does not see how to reach the consulter. */
    public CaseFile read(UUID id, Actor reader) {
        return read(rows.get(id, reader), reader);
    }

    /**
     * Opens a case for a reader who is shown everything that the person told, and so has seen it; when it is who works
     * on the case, nobody else need look.
     */
    public CaseFile readWithNews(UUID id, Actor reader) {
        ConsultationRow row = rows.get(id, reader);
        readings.store(id, reader.id(), row.toldAt);
        if (row.unseen && row.assignee.equals(reader.id())) {
            rows.markSeen(row);
        }
        return read(row, reader);
    }

    private CaseFile read(ConsultationRow row, Actor reader) {
        audit.record(reader, "consultation.read", Consultations.object(row.id), null);
        return file(row, reader.hasAnyRole(Roles.COUNSELLOR, Roles.SUPERVISOR));
    }

    /** Opens a case for the consulter, who brought the code. */
    public CaseFile readForConsulter(UUID id) {
        audit.record(Actor.consulter(), "mailbox.read", Consultations.object(id), null);
        return file(rows.findById(id), true);
    }

    /** Opens a case for a move that the same request records, and locks it: nobody moves it or answers beside us. */
    public CaseFile readForHandOver(UUID id, Actor by) {
        return file(rows.getLocked(id, by), true);
    }

    /** Opens a case for the platform itself, which counts its deadlines and tells nobody; locks it. */
    public CaseFile readForCount(UUID id) {
        return file(rows.getLocked(id), false);
    }

    /** Where the consulter wants to be told of news, empty for nowhere. */
    public String contact(UUID id) {
        ConsultationRow row = rows.findById(id);
        return row.open(encryption.unwrap(row.dataKey), row.contact, "contact");
    }

    /**
     * Opens the newest cases of the reader's agency one after the other, for a program that reads all of them and tells
     * what it counted; audited as one look.
     *
     * @param goesOn takes a case and says whether it wants another one
     */
    public void readNewest(Actor reader, int most, Predicate<PastCase> goesOn) {
        audit.record(reader, "consultation.count", "queue/" + reader.agency(), null);
        for (ConsultationRow row : rows.findNewest(reader, most)) {
            DataKey key = encryption.unwrap(row.dataKey);
            List<String> later = correspondence.findByConsultation(row.id, key).stream()
                    .filter(Message::fromConsulter)
                    .map(Message::text)
                    .toList();
            if (!goesOn.test(new PastCase(
                    row.id, row.receiptNumber, row.submission(key, targets.findUrls(row.id, key), false), later))) {
                return;
            }
        }
    }

    /** Audits that words of a case were shown to a reader who did not open it. */
    public void auditWords(UUID id, Actor reader) {
        audit.record(reader, "consultation.read", Consultations.object(id), null);
    }

    /** One page of the queue of the reader's agency; that somebody looked is audited. */
    public CursorPage<QueueItem> list(Actor reader, Queue.Filter filter, @Nullable String cursor, int size) {
        String agency = reader.agency();
        audit.record(reader, "consultation.list", "queue/" + agency, null);
        String scope = "queue " + agency + " " + filter;
        Optional<Queue.Position> after =
                Optional.ofNullable(cursor).map(given -> Queue.Position.read(cursors.decode(scope, given)));
        return CursorPage.of(
                rows.page(reader, filter, endOfToday(), after, size + 1),
                size,
                item -> item,
                item -> cursors.encode(scope, Queue.Position.of(item).written()));
    }

    /** Cases whose person has this call name, or that are about this URL or something on this host; audited alike. */
    public List<QueueItem> search(Actor reader, boolean respondents, String typed) {
        audit.record(reader, "consultation.search", "queue/" + reader.agency(), null);
        List<byte[]> wanted = terms.find(reader.agency(), typed);
        return wanted.isEmpty() ? List.of() : rows.findByTerms(reader, respondents, wanted, CursorPage.MAX_SIZE);
    }

    /**
     * Other cases of the agency that are about a place of this one, on the same side: those who received a claim are
     * nobody's evidence. By the place, as it is passed on; audited like a search.
     */
    public Map<String, List<RelatedCase>> findRelated(CaseFile file, Actor reader) {
        if (file.targets().isEmpty()) {
            return Map.of();
        }
        audit.record(reader, "consultation.search", "queue/" + reader.agency(), null);
        Map<ContentUrl, byte[]> wanted = new LinkedHashMap<>();
        file.targets().forEach(target -> wanted.put(target.url(), terms.sameTarget(reader.agency(), target.url())));
        Map<String, List<RelatedCase>> found = rows.findRelated(file, reader, List.copyOf(wanted.values())).stream()
                .collect(Collectors.groupingBy(
                        one -> hex(one.term()),
                        Collectors.mapping(ConsultationRows.SameTarget::related, Collectors.toList())));
        Map<String, List<RelatedCase>> related = new LinkedHashMap<>();
        wanted.forEach((url, term) -> {
            List<RelatedCase> same = found.get(hex(term));
            if (same != null) {
                related.put(url.canonical(), same);
            }
        });
        return related;
    }

    private static String hex(byte[] term) {
        return HexFormat.of().formatHex(term);
    }

    /** How many lines each view of the queue has under a filter; tells of nobody, so it is not audited. */
    public Map<Queue.View, Long> count(Actor reader, Queue.Filter filter) {
        return rows.count(reader, filter, endOfToday());
    }

    /** What has come in so far; not audited, because an open list asks for it several times a minute. */
    public Queue.Arrivals countArrivals(Actor reader, boolean respondents) {
        return rows.countArrivals(reader, respondents);
    }

    private Instant endOfToday() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), JapanTime.ZONE);
        return today.plusDays(1).atStartOfDay(JapanTime.ZONE).toInstant();
    }

    private CaseFile file(ConsultationRow row, boolean withContact) {
        DataKey key = encryption.unwrap(row.dataKey);
        List<Target> named = targets.findByConsultation(row.id, key);
        return new CaseFile(
                new Stored<>(row.toDomain(), row.version, row.changedAt),
                row.receiptNumber,
                row.receivedAt,
                row.submission(key, named.stream().map(Target::url).toList(), withContact),
                row.classification(),
                row.urgency,
                row.urgencyDecided,
                row.assessment(key, json),
                named,
                correspondence.findByConsultation(row.id, key),
                steps.findByConsultation(row.id));
    }
}
