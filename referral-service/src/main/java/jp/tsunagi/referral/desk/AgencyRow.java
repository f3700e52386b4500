package jp.tsunagi.referral.desk;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity
@Table(name = "agency")
class AgencyRow {

    @Id
    String code;

    @Column(name = "name_ja")
    String nameJa;

    @Column(name = "name_en")
    String nameEn;

    @Column(name = "public_body")
    boolean publicBody;

    void store(Agency agency) {
        code = agency.code();
        nameJa = agency.nameJa();
        nameEn = agency.nameEn();
        publicBody = agency.publicBody();
    }

    Agency toDomain() {
        return new Agency(code, nameJa, nameEn, publicBody);
    }
}
