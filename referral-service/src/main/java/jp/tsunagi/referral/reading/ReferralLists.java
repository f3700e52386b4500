package jp.tsunagi.referral.reading;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.tsunagi.platform.audit.Audit;
import jp.tsunagi.platform.http.CursorPage;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.paging.Cursors;
import jp.tsunagi.referral.delivery.Deliveries;
import jp.tsunagi.referral.details.ReferralNumber;
import jp.tsunagi.referral.repository.PageKey;
import jp.tsunagi.referral.repository.ReferralHeader;
import jp.tsunagi.referral.repository.ReferralQuery;
import jp.tsunagi.referral.repository.ReferralQuery.Box;
import jp.tsunagi.referral.repository.ReferralQuery.Order;
import jp.tsunagi.referral.repository.ReferralSummary;
import jp.tsunagi.referral.repository.Referrals;
import jp.tsunagi.vocabulary.ReferralStatus;
import org.jspecify.annotations.Nullable;

/** An agency's inbox and outbox, page by page, and the ways of one referral. That somebody looked is audited. */
@ApplicationScoped
public class ReferralLists {

    /**
     * A page of a list.
     *
     * @param statuses those asked for; empty for all
     * @param since null for a list that starts with the newest referral
     * @param cursor null for the first page
     * @param limit null for the default size
     */
    public record PageRequest(
            Box box,
            Set<ReferralStatus> statuses,
            @Nullable Instant since,
            @Nullable String cursor,
            @Nullable Integer limit) {}

    private final Referrals referrals;
    private final Cursors cursors;
    private final Deliveries deliveries;
    private final Audit audit;

    ReferralLists(Referrals referrals, Cursors cursors, Deliveries deliveries, Audit audit) {
        this.referrals = referrals;
        this.cursors = cursors;
        this.deliveries = deliveries;
        this.audit = audit;
    }

    public CursorPage<ReferralSummary> page(PageRequest asked, Actor reader) {
        Set<ReferralStatus> statuses =
                asked.statuses.isEmpty() ? EnumSet.allOf(ReferralStatus.class) : EnumSet.copyOf(asked.statuses);
        int size = CursorPage.size(asked.limit);
        audit.record(reader, "referral.list", "referrals/" + asked.box.name().toLowerCase(Locale.ROOT), null);
        Order order = asked.since == null ? Order.NEWEST : Order.OLDEST_CHANGE;
        String scope = String.join("|", reader.agency(), asked.box.name(), statuses.toString(), "" + asked.since);
        List<ReferralSummary> lines = referrals.find(new ReferralQuery(
                reader.agency(),
                asked.box,
                order,
                statuses,
                Optional.ofNullable(asked.since),
                Optional.ofNullable(asked.cursor).map(cursor -> after(scope, cursor)),
                size));
        return CursorPage.of(
                lines,
                size,
                line -> line,
                line -> cursors.encode(
                        scope,
                        timeOf(order, line.header()) + "|" + line.header().id()));
    }

    private static Instant timeOf(Order order, ReferralHeader line) {
        return order == Order.NEWEST ? line.createdAt() : line.changedAt();
    }

    /** A page of a list that starts with the next deadline, for people. */
    public CursorPage<ReferralSummary> byDeadline(
            Box box, Set<ReferralStatus> statuses, @Nullable String cursor, Actor reader) {
        int size = CursorPage.size(null);
        audit.record(reader, "referral.list", "referrals/" + box.name().toLowerCase(Locale.ROOT), null);
        String scope = String.join("|", reader.agency(), box.name(), statuses.toString(), Order.NEXT_DUE.name());
        List<ReferralSummary> lines = referrals.find(new ReferralQuery(
                reader.agency(),
                box,
                Order.NEXT_DUE,
                statuses,
                Optional.empty(),
                Optional.ofNullable(cursor).map(text -> after(scope, text)),
                size));
        return CursorPage.of(
                lines,
                size,
                line -> line,
                line -> cursors.encode(scope, dueOf(line) + "|" + line.header().id()));
    }

    private static Instant dueOf(ReferralSummary line) {
        return line.due() == null ? PageKey.NEVER : line.due();
    }

    /** How many referrals of the reader's agency are in each state. */
    public Map<ReferralStatus, Long> count(Box box, Actor reader) {
        return referrals.count(reader.agency(), box);
    }

    /** The referral with the number that somebody typed. */
    public Optional<UUID> find(String number, Actor reader) {
        return ReferralNumber.read(number).flatMap(read -> referrals.findByNumber(read, reader));
    }

    /** How a referral reached its desk. */
    public List<Deliveries.Delivery> deliveries(UUID id, Actor reader) {
        referrals.get(id, reader);
        audit.record(reader, "referral.read-deliveries", "referral/" + id, null);
        return deliveries.findByReferral(id);
    }

    private PageKey after(String scope, String cursor) {
        String[] position = cursors.decode(scope, cursor).split("\\|");
        return new PageKey(Instant.parse(position[0]), UUID.fromString(position[1]));
    }
}
