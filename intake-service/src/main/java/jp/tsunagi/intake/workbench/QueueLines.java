package jp.tsunagi.intake.workbench;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.tsunagi.intake.consultation.QueueItem;
import jp.tsunagi.intake.handover.ReferralList;
import jp.tsunagi.platform.http.CursorPage;

/** Puts the marks of the hand-overs on a page of the queue. */
@ApplicationScoped
class QueueLines {

    private final ReferralList referrals;

    QueueLines(ReferralList referrals) {
        this.referrals = referrals;
    }

    CursorPage<QueueLine> of(CursorPage<QueueItem> page) {
        Map<UUID, List<ReferralList.Badge>> badges =
                referrals.badges(page.items().stream().map(QueueItem::id).toList());
        return new CursorPage<>(
                page.items().stream()
                        .map(item -> new QueueLine(item, badges.getOrDefault(item.id(), List.of())))
                        .toList(),
                page.next());
    }
}
