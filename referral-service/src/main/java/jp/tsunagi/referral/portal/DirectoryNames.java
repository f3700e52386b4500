package jp.tsunagi.referral.portal;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import jp.tsunagi.referral.desk.Agency;
import jp.tsunagi.referral.desk.Desk;
import jp.tsunagi.referral.desk.DeskRef;
import jp.tsunagi.referral.desk.Desks;

/** What agencies and desks are called; who is in no directory keeps the code. */
record DirectoryNames(Map<String, String> agencies, Map<String, String> desks) {

    static DirectoryNames of(Desks directory, Locale locale) {
        return new DirectoryNames(
                directory.agencies().stream().collect(Collectors.toMap(Agency::code, agency -> agency.name(locale))),
                directory.findAll().stream().collect(Collectors.toMap(Desk::code, desk -> desk.name(locale))));
    }

    public String agency(String code) {
        return agencies.getOrDefault(code, code);
    }

    public String desk(String code) {
        return desks.getOrDefault(code, agency(code));
    }

    /** The desk, with the agency where its name does not say it. */
    public String party(DeskRef party) {
        String desk = desk(party.desk());
        String agency = agency(party.agency());
        return desk.contains(agency) ? desk : agency + " " + desk;
    }
}
