package jp.tsunagi.referral.portal;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagi.platform.http.CursorPage;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.referral.desk.Desks;
import jp.tsunagi.referral.lifecycle.BusinessStatus;
import jp.tsunagi.referral.reading.ReferralLists;
import jp.tsunagi.referral.repository.ReferralQuery.Box;
import jp.tsunagi.referral.repository.ReferralSummary;
import jp.tsunagi.vocabulary.ReferralStatus;
import org.jspecify.annotations.Nullable;

/** What the pages of an agency's inbox and outbox show. */
@ApplicationScoped
class PartnerBoxModel {

    /**
     * A page of a list, the next deadline first.
     *
     * @param sought the number that was looked for and not found; empty when nobody looked for one
     */
    record Shown(
            boolean isInbox,
            List<Tab> tabs,
            List<Line> lines,
            @Nullable String next,
            String sought) {

        /** The same for somebody who looked for a number that is not there. */
        Shown without(String number) {
            return new Shown(isInbox, tabs, lines, next, number);
        }
    }

    record Tab(BoxFilter filter, long count, boolean isCurrent) {}

    /** @param party the other agency's desk */
    record Line(ReferralSummary referral, String party, DueTime due) {}

    private final ReferralLists lists;
    private final Desks desks;
    private final Clock clock;

    PartnerBoxModel(ReferralLists lists, Desks desks, Clock clock) {
        this.lists = lists;
        this.desks = desks;
        this.clock = clock;
    }

    /** @param cursor null for the first page */
    Shown page(Box box, BoxFilter filter, @Nullable String cursor, Actor reader, Locale locale) {
        boolean isInbox = box == Box.INBOX;
        CursorPage<ReferralSummary> page = lists.byDeadline(box, filter.statuses(), cursor, reader);
        Map<ReferralStatus, Long> counts = lists.count(box, reader);
        DirectoryNames names = DirectoryNames.of(desks, locale);
        Instant now = clock.instant();
        List<Line> lines = page.items().stream()
                .map(line -> line(line, isInbox, names, now, locale))
                .toList();
        String next = page.next() == null ? null : "?state=" + filter.code() + "&cursor=" + page.next();
        return new Shown(isInbox, tabs(filter, counts), lines, next, "");
    }

    /** The referral with the number that somebody typed, in either list. */
    Optional<UUID> find(String number, Actor reader) {
        return lists.find(number, reader);
    }

    private static List<Tab> tabs(BoxFilter current, Map<ReferralStatus, Long> counts) {
        return Arrays.stream(BoxFilter.values())
                .map(filter -> new Tab(
                        filter,
                        counts.entrySet().stream()
                                .filter(count -> filter.contains(count.getKey()))
                                .mapToLong(Map.Entry::getValue)
                                .sum(),
                        filter == current))
                .toList();
    }

    private static Line line(ReferralSummary line, boolean isInbox, DirectoryNames names, Instant now, Locale locale) {
        Set<BusinessStatus> marks =
                Stream.ofNullable(line.state().businessStatus()).collect(Collectors.toUnmodifiableSet());
        return new Line(
                line,
                names.desk(
                        isInbox
                                ? line.parties().origin().desk()
                                : line.parties().target().desk()),
                DueTime.of(line.state().status(), marks, line.due(), now, locale));
    }
}
