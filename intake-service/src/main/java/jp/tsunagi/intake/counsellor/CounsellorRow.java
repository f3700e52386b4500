package jp.tsunagi.intake.counsellor;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A counsellor of one agency as the last sign-in named them; the mail address is sealed, null for none. */
@Entity
@Table(name = "counsellor")
class CounsellorRow {

    @EmbeddedId
    Key key;

    String name;
    String role;
    byte @Nullable [] mail;
    Instant seenAt;

    @Embeddable
    record Key(String agency, String account) {}

    Counsellor toDomain() {
        return new Counsellor(key.account(), name, role);
    }
}
