package jp.tsunagi.intake.consultation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The table of the timelines' lines. */
@ApplicationScoped
class StepRows implements PanacheRepositoryBase<StepRow, StepRow.Key> {

    List<CaseFile.Step> findByConsultation(UUID consultation) {
        return find("key.consultationId = ?1 order by key.version", consultation).stream()
                .map(row -> new CaseFile.Step(
                        row.action, row.byId, row.byName, row.toId, row.toName, row.at, row.key.version()))
                .toList();
    }
}
