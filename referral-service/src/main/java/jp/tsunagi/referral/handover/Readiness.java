package jp.tsunagi.referral.handover;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import jp.tsunagi.platform.problem.Refusal;
import jp.tsunagi.platform.problem.Refusal.Kind;
import jp.tsunagi.referral.desk.Desk;
import jp.tsunagi.referral.disclosure.Field;
import jp.tsunagi.referral.disclosure.Label;
import jp.tsunagi.referral.disclosure.LegalBasis;

/** What stands in the way of sending a referral to a desk: the same answer for the dry run and for the real sending. */
public record Readiness(List<Finding> findings, boolean namesPersons) {

    public enum Weight {
        /** Something the desk or the law asks for is not there. */
        MISSING,
        /** The desk does not take this. */
        REFUSED,
        /** More is disclosed than the desk may have. */
        TOO_MUCH,
        /** Sending is possible; a person should look. */
        HINT
    }

    public record Finding(Weight weight, String code, String pointer, String ja, String en) {}

    /**
     * What would be sent.
     *
     * @param desk null when no such desk exists
     * @param open another open referral of the same consultation to the same desk, or null
     * @param originPublic whether the origin is a body of APPI Article 16(2)
     */
    public record Offer(
            Desk desk,
            Facts facts,
            Label label,
            LegalBasis basis,
            Set<Field> fields,
            boolean hasSummary,
            String requestedBy,
            boolean originPublic,
            UUID open) {}

    public Readiness {
        findings = List.copyOf(findings);
    }

    /** Named rules, each giving its reasons or nothing; the first finding names the refusal. */
    public static Readiness of(Offer offer, Instant now) {
        if (offer.desk == null) {
            return new Readiness(
                    List.of(new Finding(
                            Weight.REFUSED,
                            "desk-unknown",
                            "/targetDesk",
                            "この窓口は登録されていません。",
                            "No such desk in the directory.")),
                    false);
        }
        return new Readiness(
                Stream.of(
                                oneOpenReferralPerDesk(offer),
                                deskIsAccepting(offer),
                                personIsTaken(offer),
                                ageIsTaken(offer),
                                groundIsThere(offer, now),
                                labelIsWithinCeiling(offer),
                                fieldsAreThere(offer),
                                nothingTooMuch(offer))
                        .flatMap(reasons -> reasons)
                        .toList(),
                offer.label == Label.RED);
    }

    public boolean isReady() {
        return findings.stream().allMatch(finding -> finding.weight == Weight.HINT);
    }

    public List<Finding> of(Weight weight) {
        return findings.stream().filter(finding -> finding.weight == weight).toList();
    }

    /** Refuses with everything that is wrong at once. TLP:RED names persons: a supervisor sends it (R02). */
    void check(boolean bySupervisor) {
        List<Finding> wrong =
                findings.stream().filter(f -> f.weight != Weight.HINT).toList();
        if (!wrong.isEmpty()) {
            Finding first = wrong.getFirst();
            Kind kind = first.code.equals("open-referral-exists") ? Kind.CONFLICT : Kind.UNMET;
            Refusal refusal = new Refusal(kind, first.code, first.ja, first.en);
            wrong.forEach(f -> refusal.at(f.pointer, f.code, f.ja, f.en));
            throw refusal;
        }
        if (namesPersons && !bySupervisor) {
            throw new Refusal(
                    Kind.FORBIDDEN,
                    "supervisor-required",
                    "TLP:REDの照会は主任が送ってください。",
                    "A supervisor must send what is labelled TLP:RED.");
        }
    }

    private static Stream<Finding> oneOpenReferralPerDesk(Offer offer) {
        return offer.open == null
                ? Stream.of()
                : Stream.of(refused(
                        "open-referral-exists",
                        "/targetDesk",
                        "この相談は、この窓口に照会中です。照会番号: " + offer.open,
                        "This consultation is already with this desk: referral " + offer.open));
    }

    private static Stream<Finding> deskIsAccepting(Offer offer) {
        return offer.desk.accepting()
                ? Stream.of()
                : Stream.of(refused(
                        "desk-not-accepting",
                        "/targetDesk",
                        "この窓口は、いま照会を受け付けていません。",
                        "This desk does not take referrals at present."));
    }

    private static Stream<Finding> personIsTaken(Offer offer) {
        return offer.desk.profile().refusedConsulterTypes().contains(offer.facts.consulterType())
                ? Stream.of(refused(
                        "consulter-type-refused",
                        "/consulterType",
                        "この窓口は、この立場の人からの相談を受け付けません。",
                        "This desk does not take consultations from this kind of person."))
                : Stream.of();
    }

    private static Stream<Finding> ageIsTaken(Offer offer) {
        Set<String> accepted = offer.desk.profile().acceptedAgeBands();
        if (accepted.isEmpty() || accepted.contains(offer.facts.ageBand())) {
            return Stream.of();
        }
        boolean unknown = Set.of("unknown", "n/a").contains(offer.facts.ageBand());
        return Stream.of(
                unknown
                        ? new Finding(
                                Weight.HINT,
                                "age-band-unknown",
                                "/ageBand",
                                "この窓口には年齢の条件があります。確かめてください。",
                                "This desk asks for an age: please check.")
                        : refused(
                                "age-band-refused",
                                "/ageBand",
                                "この窓口は、この年代を受け付けません。",
                                "This desk does not take this age band."));
    }

    private static Stream<Finding> groundIsThere(Offer offer, Instant now) {
        return LegalBasis.lacks(offer.basis, offer.originPublic, offer.requestedBy, now).stream()
                .map(lack -> new Finding(Weight.MISSING, lack.code(), lack.pointer(), lack.ja(), lack.en()));
    }

    private static Stream<Finding> labelIsWithinCeiling(Offer offer) {
        Label ceiling = offer.desk.profile().labelCeiling();
        return offer.label.isAbove(ceiling)
                ? Stream.of(refused(
                        "label-above-ceiling",
                        "/label",
                        "この窓口に渡せる取扱区分は" + ceiling.wire() + "までです。",
                        "This desk may be given " + ceiling.wire() + " at most."))
                : Stream.of();
    }

    private static Stream<Finding> fieldsAreThere(Offer offer) {
        Stream<Finding> summary = offer.hasSummary
                ? Stream.of()
                : Stream.of(new Finding(
                        Weight.MISSING, "field-missing", "/summary", "要約を入れてください。", "A summary is required."));
        Stream<Finding> required = without(offer, offer.desk.profile().requiredFields())
                .map(f -> new Finding(
                        Weight.MISSING,
                        "field-missing",
                        "/" + f.wire(),
                        "この窓口が必要とする項目がありません。",
                        "The desk requires this field."));
        Stream<Finding> wanted = without(offer, offer.desk.profile().wantedFields())
                .map(f -> new Finding(
                        Weight.HINT, "field-wanted", "/" + f.wire(), "あると助かる項目です。", "The desk would like this field."));
        return Stream.of(summary, required, wanted).flatMap(findings -> findings);
    }

    private static Stream<Field> without(Offer offer, Set<Field> asked) {
        return asked.stream().filter(field -> !offer.fields.contains(field)).sorted();
    }

    private static Stream<Finding> nothingTooMuch(Offer offer) {
        return offer.desk.profile().refusedFields().stream()
                .filter(offer.fields::contains)
                .sorted()
                .map(f -> new Finding(
                        Weight.TOO_MUCH,
                        "field-refused",
                        "/" + f.wire(),
                        "この窓口に渡す必要のない項目です。外してください。",
                        "The desk must not be given this: leave it out."));
    }

    private static Finding refused(String code, String pointer, String ja, String en) {
        return new Finding(Weight.REFUSED, code, pointer, ja, en);
    }
}
