package jp.tsunagi.intake.ruleset;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** Other rules came into force. */
@Entity
@Table(name = "rule_set_change")
class RuleSetChangeRow {

    @Id
    Instant inForceFrom;

    String version;
    int guide;
}
