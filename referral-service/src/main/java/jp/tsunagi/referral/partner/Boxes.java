package jp.tsunagi.referral.partner;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import jp.tsunagi.platform.http.CursorPage;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.paging.Cursors;
import jp.tsunagi.platform.problem.Refusal;
import jp.tsunagi.platform.problem.Refusal.Kind;
import jp.tsunagi.referral.handover.Listed;
import jp.tsunagi.referral.handover.Referrals;
import jp.tsunagi.referral.handover.Status;

/** An agency's inbox and outbox, page by page. */
@ApplicationScoped
class Boxes {

    record Asked(String box, List<String> status, String modifiedSince, String cursor, Integer limit) {}

    private final Referrals referrals;
    private final Cursors cursors;

    Boxes(Referrals referrals, Cursors cursors) {
        this.referrals = referrals;
        this.cursors = cursors;
    }

    CursorPage<Listed> page(Asked asked, Actor reader) {
        boolean inbox = isInbox(asked.box);
        Set<Status> statuses = statuses(asked.status);
        Instant since = since(asked.modifiedSince);
        int size = CursorPage.size(asked.limit);
        String scope = String.join("|", reader.agency(), asked.box, String.valueOf(statuses), String.valueOf(since));
        List<Listed> lines = referrals.list(
                new Referrals.Wanted(reader.agency(), inbox, statuses, since, after(scope, asked.cursor), size));
        return CursorPage.of(lines, size, line -> line, line -> cursors.encode(scope, line.changedAt() + "|" + line.id()));
    }

    /** Refuses whoever belongs to neither side, as if there were nothing. */
    void requireVisible(UUID id, Actor reader) {
        referrals.get(id, reader);
    }

    private Referrals.After after(String scope, String cursor) {
        if (cursor == null) {
            return null;
        }
        String[] position = cursors.decode(scope, cursor).split("\\|");
        return new Referrals.After(Instant.parse(position[0]), UUID.fromString(position[1]));
    }

    private static boolean isInbox(String box) {
        return switch (box) {
            case "inbox" -> true;
            case "outbox" -> false;
            default -> throw unknown("/box", "inbox, outbox");
        };
    }

    private static Set<Status> statuses(List<String> asked) {
        if (asked == null || asked.isEmpty()) {
            return null;
        }
        Set<Status> statuses = new TreeSet<>();
        for (String names : asked) {
            for (String name : names.split(",")) {
                statuses.add(Status.of(name).orElseThrow(() -> unknown("/status", "see /v1/meta/state-machine")));
            }
        }
        return statuses;
    }

    private static Instant since(String text) {
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeParseException notATime) {
            throw unknown("/modified_since", "2026-11-24T00:00:00Z");
        }
    }

    private static Refusal unknown(String pointer, String offered) {
        return new Refusal(Kind.INVALID, "value-unknown", "選べない値が含まれています。", "A value is not one of those offered.")
                .at(pointer, "value-unknown", "この値は選べません。", "Offered: " + offered);
    }
}
