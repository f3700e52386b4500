package jp.tsunagi.intake.message;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The table of messages. */
@ApplicationScoped
class MessageRows implements PanacheRepositoryBase<MessageRow, UUID> {

    List<MessageRow> findByConsultation(UUID consultation) {
        return list("consultationId = ?1 order by at, id", consultation);
    }
}
