package jp.tsunagi.intake.note;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The table of the counsellors' notes. */
@ApplicationScoped
class NoteRows implements PanacheRepositoryBase<NoteRow, UUID> {

    List<NoteRow> findByConsultation(UUID consultation) {
        return list("consultationId = ?1 order by at, id", consultation);
    }
}
