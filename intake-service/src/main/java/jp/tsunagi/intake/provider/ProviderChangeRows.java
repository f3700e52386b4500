package jp.tsunagi.intake.provider;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The table of what the entries of providers were. */
@ApplicationScoped
class ProviderChangeRows implements PanacheRepositoryBase<ProviderChangeRow, ProviderChangeRow.Key> {

    /** Whether a person has edited or confirmed an entry. */
    boolean wasTouched(String code) {
        return count("key.code = ?1 and kind <> ?2", code, ProviderChange.Kind.IMPORTED) > 0;
    }

    /** The newest first. */
    List<ProviderChangeRow> findByCode(String code) {
        return list("key.code = ?1 order by key.version desc", code);
    }
}
