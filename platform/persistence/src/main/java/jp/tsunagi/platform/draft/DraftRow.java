package jp.tsunagi.platform.draft;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;

/** The draft of one form of one client; sealed is null when the form with this key was sent. */
@Entity
@Table(name = "draft")
@IdClass(DraftRow.Key.class)
class DraftRow {

    record Key(String client, String name) {}

    @Id
    String client;

    @Id
    String name;

    String formKey;
    byte[] sealed;
    Instant keptAt;
}
