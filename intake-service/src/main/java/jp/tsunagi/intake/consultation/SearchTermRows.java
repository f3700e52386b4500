package jp.tsunagi.intake.consultation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jp.tsunagi.platform.commit.PendingRows;

/** The table of what consultations are found by. */
@ApplicationScoped
class SearchTermRows implements PanacheRepositoryBase<SearchTermRow, SearchTermRow.Key> {

    private final PendingRows pending;

    SearchTermRows(PendingRows pending) {
        this.pending = pending;
    }

    void insert(SearchTermRow row) {
        pending.insert(row);
    }
}
