package jp.tsunagi.intake.consent;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The table of grounds other than consent; it is only added to. */
@ApplicationScoped
class GroundRows implements PanacheRepositoryBase<GroundRow, UUID> {}
