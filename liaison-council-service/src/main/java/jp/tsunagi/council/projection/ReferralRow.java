package jp.tsunagi.council.statistics;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;

/** A referral as a thing to count: month of its first event, its desk, its status now. */
@Entity
@Table(name = "counted_referral")
class ReferralRow {

    @Id
    UUID id;

    LocalDate month;
    String desk;
    String status;
    long sequence;
}
