package jp.tsunagi.council.statistics;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A desk's name, to be read beside its figures. */
@Entity
@Table(name = "counted_desk")
class DeskRow {

    @Id
    String code;

    String agency;

    @Column(name = "name_ja")
    String nameJa;

    @Column(name = "name_en")
    String nameEn;

    long sequence;
}
