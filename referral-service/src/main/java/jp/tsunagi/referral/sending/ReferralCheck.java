package jp.tsunagi.referral.sending;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import jp.tsunagi.platform.problem.Violation;
import jp.tsunagi.referral.ReferralProblem;
import jp.tsunagi.referral.desk.Desk;
import jp.tsunagi.referral.disclosure.LegalBasis;
import jp.tsunagi.referral.repository.Referrals;
import jp.tsunagi.vocabulary.AgeBand;
import jp.tsunagi.vocabulary.Field;
import jp.tsunagi.vocabulary.Label;

/** What stands in the way of sending a referral to a desk: the same answer for the dry run and for the real sending. */
public record ReferralCheck(List<Finding> findings) {

    public enum Severity {
        /** Something the desk or the law asks for is not there. */
        MISSING,
        /** The desk does not take this. */
        REFUSED,
        /** More is disclosed than the desk may have. */
        TOO_MUCH,
        /** Sending is possible; a person should look. */
        HINT
    }

    public record Finding(Severity severity, Violation violation) {}

    public ReferralCheck {
        findings = List.copyOf(findings);
    }

    /**
     * Asks named rules, each of which gives its findings or nothing; the first finding names the refusal.
     *
     * @param desk empty when no such desk exists
     * @param open another open referral of the same consultation to the same desk
     * @param originIsPublic whether the origin is a body of APPI Article 16(2)
     */
    static ReferralCheck of(
            ReferralRequest request, Optional<Desk> desk, Optional<UUID> open, boolean originIsPublic, Instant now) {
        if (desk.isEmpty()) {
            return new ReferralCheck(List.of(refused("/targetDesk", ReferralProblem.DESK_UNKNOWN)));
        }
        Desk asked = desk.get();
        return new ReferralCheck(Stream.of(
                        oneOpenReferralPerDesk(open),
                        deskIsAccepting(asked),
                        consulterTypeIsTaken(request, asked),
                        ageBandIsTaken(request, asked),
                        groundSuffices(request, originIsPublic, now),
                        labelIsWithinCeiling(request, asked),
                        fieldsAreThere(request, asked),
                        nothingIsTooMuch(request, asked))
                .flatMap(findings -> findings)
                .toList());
    }

    public boolean isReady() {
        return obstacles().isEmpty();
    }

    public List<Violation> find(Severity severity) {
        return findings.stream()
                .filter(finding -> finding.severity == severity)
                .map(Finding::violation)
                .toList();
    }

    /** Everything but the hints. */
    List<Violation> obstacles() {
        return findings.stream()
                .filter(finding -> finding.severity != Severity.HINT)
                .map(Finding::violation)
                .toList();
    }

    private static Stream<Finding> oneOpenReferralPerDesk(Optional<UUID> open) {
        return open.stream().map(other -> new Finding(Severity.REFUSED, Referrals.alreadyOpen(other)));
    }

    private static Stream<Finding> deskIsAccepting(Desk desk) {
        return desk.accepting() ? Stream.of() : Stream.of(refused("/targetDesk", ReferralProblem.DESK_NOT_ACCEPTING));
    }

    private static Stream<Finding> consulterTypeIsTaken(ReferralRequest request, Desk desk) {
        return desk.profile()
                        .refusedConsulterTypes()
                        .contains(request.classification().consulterType())
                ? Stream.of(refused("/classification/consulterType", ReferralProblem.CONSULTER_TYPE_REFUSED))
                : Stream.of();
    }

    private static Stream<Finding> ageBandIsTaken(ReferralRequest request, Desk desk) {
        Set<AgeBand> accepted = desk.profile().acceptedAgeBands();
        AgeBand ageBand = request.classification().ageBand();
        String pointer = "/classification/ageBand";
        if (accepted.isEmpty() || accepted.contains(ageBand)) {
            return Stream.of();
        }
        return Stream.of(
                ageBand.isTold()
                        ? refused(pointer, ReferralProblem.AGE_BAND_REFUSED)
                        : new Finding(Severity.HINT, new Violation(pointer, ReferralProblem.AGE_BAND_UNKNOWN)));
    }

    private static Stream<Finding> groundSuffices(ReferralRequest request, boolean originIsPublic, Instant now) {
        Stream<Finding> lacks =
                LegalBasis.findLacks(request.basis(), originIsPublic, request.requestedBy(), now).stream()
                        .map(lack -> new Finding(Severity.MISSING, lack));
        Stream<Finding> approval = request.basis() != null && request.basis().lacksApproval()
                ? Stream.of(new Finding(Severity.HINT, new Violation("/basis/kind", ReferralProblem.APPROVAL_NEEDED)))
                : Stream.of();
        return Stream.concat(lacks, approval);
    }

    private static Stream<Finding> labelIsWithinCeiling(ReferralRequest request, Desk desk) {
        Label ceiling = desk.profile().labelCeiling();
        Violation above = new Violation("/label", ReferralProblem.LABEL_ABOVE_CEILING).with("ceiling", ceiling.code());
        return request.label().isAbove(ceiling) ? Stream.of(new Finding(Severity.REFUSED, above)) : Stream.of();
    }

    private static Stream<Finding> fieldsAreThere(ReferralRequest request, Desk desk) {
        Stream<Finding> summary = request.disclosedData().hasSummary()
                ? Stream.of()
                : Stream.of(new Finding(
                        Severity.MISSING, new Violation("/disclosedData/summary", ReferralProblem.SUMMARY_MISSING)));
        Stream<Finding> required = without(request, desk.profile().requiredFields())
                .map(field -> about(field, Severity.MISSING, ReferralProblem.FIELD_MISSING));
        Stream<Finding> wanted = without(request, desk.profile().wantedFields())
                .map(field -> about(field, Severity.HINT, ReferralProblem.FIELD_WANTED));
        return Stream.of(summary, required, wanted).flatMap(findings -> findings);
    }

    private static Stream<Field> without(ReferralRequest request, Set<Field> asked) {
        Set<Field> given = request.disclosedData().fields();
        return asked.stream().filter(field -> !given.contains(field)).sorted();
    }

    private static Stream<Finding> nothingIsTooMuch(ReferralRequest request, Desk desk) {
        Set<Field> given = request.disclosedData().fields();
        return desk.profile().refusedFields().stream()
                .filter(given::contains)
                .sorted()
                .map(field -> about(field, Severity.TOO_MUCH, ReferralProblem.FIELD_REFUSED));
    }

    private static Finding about(Field field, Severity severity, ReferralProblem problem) {
        return new Finding(severity, new Violation("/disclosedData/" + field.code(), problem));
    }

    private static Finding refused(String pointer, ReferralProblem problem) {
        return new Finding(Severity.REFUSED, new Violation(pointer, problem));
    }
}
