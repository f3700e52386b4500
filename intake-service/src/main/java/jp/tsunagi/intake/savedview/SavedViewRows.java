package jp.tsunagi.intake.savedview;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import jp.tsunagi.platform.identity.Actor;

/** The table of saved views. */
@ApplicationScoped
class SavedViewRows implements PanacheRepositoryBase<SavedViewRow, UUID> {

    List<SavedViewRow> findByOwner(Actor owner) {
        return list("agency = ?1 and owner = ?2 order by savedAt, id", owner.agency(), owner.id());
    }

    /** @return whether there was such a one */
    boolean delete(UUID id, Actor owner) {
        return delete("id = ?1 and agency = ?2 and owner = ?3", id, owner.agency(), owner.id()) > 0;
    }
}
