package jp.tsunagi.referral.desk;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import jp.tsunagi.platform.code.Json;

@Entity
@Table(name = "desk")
class DeskRow {

    @Id
    String code;

    String agency;

    /** The whole entry as JSON; the columns beside it are what the database itself must know. */
    String entry;

    /** Starts at 1: a partner's first ETag is "1". */
    @Version
    long version = 1;

    Desk toDomain(Json json) {
        return json.read(entry, Desk.class);
    }
}
