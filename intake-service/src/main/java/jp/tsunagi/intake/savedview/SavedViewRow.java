package jp.tsunagi.intake.savedview;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A saved view; its name is sealed, because people also call a list by whom it is about. */
@Entity
@Table(name = "saved_view")
class SavedViewRow {

    @Id
    UUID id;

    String agency;
    String owner;
    byte[] name;
    String address;
    Instant savedAt;
}
