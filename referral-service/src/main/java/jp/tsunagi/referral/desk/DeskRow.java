package jp.tsunagi.referral.desk;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity
@Table(name = "desk")
class DeskRow {

    @Id
    String code;

    String agency;

    /** The whole entry as JSON; the columns beside it are what the database itself must know. */
    String entry;

    long version;
}
