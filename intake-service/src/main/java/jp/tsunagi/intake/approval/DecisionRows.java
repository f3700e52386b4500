package jp.tsunagi.intake.approval;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The table of decisions on requests for approval. */
@ApplicationScoped
class DecisionRows implements PanacheRepositoryBase<DecisionRow, UUID> {}
