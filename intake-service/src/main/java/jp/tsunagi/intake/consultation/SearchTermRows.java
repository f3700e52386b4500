package jp.tsunagi.intake.consultation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/** The table of what consultations are found by. */
@ApplicationScoped
class SearchTermRows implements PanacheRepositoryBase<SearchTermRow, SearchTermRow.Key> {}
