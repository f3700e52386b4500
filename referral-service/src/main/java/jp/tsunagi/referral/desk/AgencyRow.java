package jp.tsunagi.referral.desk;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

@Entity
@Table(name = "agency")
class AgencyRow {

    @Id
    String code;

    String nameJa;
    String nameEn;
    boolean publicBody;
    boolean handsOverByIntake;

    @Version
    long version = 1;

    void store(Agency agency) {
        code = agency.code();
        nameJa = agency.nameJa();
        nameEn = agency.nameEn();
        publicBody = agency.publicBody();
        handsOverByIntake = agency.handsOverByIntake();
    }

    Agency toDomain() {
        return new Agency(code, nameJa, nameEn, publicBody, handsOverByIntake);
    }
}
