package jp.tsunagi.intake.triagedecision;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import jp.tsunagi.intake.IntakeProblem;
import jp.tsunagi.intake.consultation.CaseFile;
import jp.tsunagi.intake.consultation.CaseFiles;
import jp.tsunagi.intake.consultation.Consultation;
import jp.tsunagi.intake.consultation.Consultations;
import jp.tsunagi.intake.desk.Desks;
import jp.tsunagi.intake.submission.Narrative;
import jp.tsunagi.intake.submission.Submission;
import jp.tsunagi.intake.triage.Assessment;
import jp.tsunagi.intake.triage.Decision;
import jp.tsunagi.intake.triage.Rule;
import jp.tsunagi.platform.http.Stored;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.identity.Roles;
import jp.tsunagi.platform.problem.Refusal;
import jp.tsunagi.platform.sealing.DataKey;
import jp.tsunagi.vocabulary.Urgency;
import org.jspecify.annotations.Nullable;

/** Decides about the answers of triage, each with what it says of the rules that suggested them. */
@ApplicationScoped
public class TriageDecisions {

    private static final String REASON = "/reason";

    private final TriageDecisionRows rows;
    private final CaseFiles files;
    private final Consultations consultations;
    private final Desks desks;
    private final Clock clock;

    TriageDecisions(TriageDecisionRows rows, CaseFiles files, Consultations consultations, Desks desks, Clock clock) {
        this.rows = rows;
        this.files = files;
        this.consultations = consultations;
        this.desks = desks;
        this.clock = clock;
    }

    /**
     * Decides one answer. Anybody may make a case more urgent; only a supervisor makes it less urgent, and says why.
     *
     * @param reason null or blank for none
     */
    public Stored<Consultation> decide(
            UUID id, long expectedVersion, Decision decision, @Nullable String reason, Actor by) {
        CaseFile file = files.readForHandOver(id, by);
        refuseUnknownDesk(decision);
        refuseLowering(file.urgency(), decision, reason, by);
        Optional<String> why = Narrative.isBlank(reason)
                ? Optional.empty()
                : Optional.of(Submission.readText(reason, REASON).text());
        Instant now = clock.instant();
        Stored<Consultation> stored =
                consultations.change(id, expectedVersion, new Consultation.Command.Decide(decision), by, now);
        add(file, stored.version(), decision, why, new DecidedBy(by.id(), by.name()), now);
        return stored;
    }

    /** Notes that a case was handed to a desk: the answer to the question which desk it belongs to. */
    public void handedOver(CaseFile file, long version, String desk, DecidedBy by, Instant now) {
        add(file, version, new Decision.DeskIs(desk), Optional.empty(), by, now);
    }

    /**
     * Who decided.
     *
     * @param id of the account
     */
    public record DecidedBy(String id, String name) {}

    /** Oldest first, for a case that was opened. */
    public List<TriageDecision> findByConsultation(UUID consultation) {
        List<TriageDecisionRow> found = rows.findByConsultation(consultation);
        if (found.isEmpty()) {
            return List.of();
        }
        DataKey key = consultations.key(consultation);
        return found.stream()
                .map(row -> new TriageDecision(
                        row.question,
                        row.suggested,
                        row.decided,
                        row.correctedRules,
                        row.reason == null ? null : key.open(row.reason, context(row.key), "reason"),
                        row.byName,
                        row.at))
                .toList();
    }

    private void refuseUnknownDesk(Decision decision) {
        Optional<String> named = switch (decision) {
            case Decision.DeskIs(var desk) -> Optional.of(desk);
            case Decision.NotDesk(var desk) -> Optional.of(desk);
            case Decision.UrgencyIs _, Decision.CategoriesAre _, Decision.WishIs _ -> Optional.empty();
        };
        if (named.isPresent() && desks.find(named.get()).isEmpty()) {
            throw new Refusal(IntakeProblem.DESK_UNKNOWN).at(Decision.FIRST);
        }
    }

    private static void refuseLowering(Urgency now, Decision decision, @Nullable String reason, Actor by) {
        // The most urgent is the first of the enum.
        if (decision instanceof Decision.UrgencyIs(var wanted) && wanted.compareTo(now) > 0) {
            if (!by.isPerson() || !by.hasRole(Roles.SUPERVISOR)) {
                throw new Refusal(IntakeProblem.URGENCY_LOWERED_BY_SUPERVISOR).at(Decision.FIRST);
            }
            if (Narrative.isBlank(reason)) {
                throw new Refusal(IntakeProblem.URGENCY_REASON_MISSING).at(REASON);
            }
        }
    }

    private void add(
            CaseFile file, long version, Decision decision, Optional<String> reason, DecidedBy by, Instant now) {
        Evidence evidence = Evidence.of(file.assessment(), decision, findByConsultation(file.id()));
        TriageDecisionRow row = new TriageDecisionRow();
        row.key = new TriageDecisionRow.Key(file.id(), version);
        row.question = decision.question();
        row.suggested = evidence.suggested();
        row.decided = decision.codes();
        row.confirmedRules = ids(evidence.confirmed());
        row.correctedRules = ids(evidence.corrected());
        row.ruleSet = file.assessment().rules();
        row.reason = reason.map(words -> consultations.key(file.id()).seal(words, context(row.key), "reason"))
                .orElse(null);
        row.byId = by.id();
        row.byName = by.name();
        row.at = now;
        rows.persist(row);
    }

    private static String context(TriageDecisionRow.Key key) {
        return key.consultationId() + "/" + key.caseVersion();
    }

    private static List<String> ids(List<Assessment.Reason> reasons) {
        return reasons.stream().map(Assessment.Reason::rule).distinct().toList();
    }

    /** What a decision says of the rules. */
    private record Evidence(
            List<String> suggested, List<Assessment.Reason> confirmed, List<Assessment.Reason> corrected) {

        static Evidence of(Assessment assessment, Decision decision, List<TriageDecision> earlier) {
            Set<String> ruledOut = TriageDecision.ruledOut(earlier);
            ruledOut.removeAll(decision.codes());
            Assessment suggested = assessment.without(ruledOut);
            return switch (decision) {
                case Decision.UrgencyIs(var urgency) ->
                    one(suggested.urgency().code(), suggested.urgencyReasons(), suggested.urgency() == urgency);
                case Decision.CategoriesAre(var kinds) -> {
                    List<Assessment.Reason> confirmed = new ArrayList<>();
                    List<Assessment.Reason> corrected = new ArrayList<>();
                    suggested
                            .categories()
                            .forEach(
                                    one -> (kinds.contains(one.value()) ? confirmed : corrected).addAll(one.reasons()));
                    List<String> codes = suggested.categories().stream()
                            .map(one -> one.value().code())
                            .toList();
                    yield new Evidence(codes, confirmed, corrected);
                }
                case Decision.WishIs(var wish) -> {
                    var said = suggested.wish();
                    yield said == null
                            ? new Evidence(List.of(), List.of(), List.of())
                            : one(said.value().code(), said.reasons(), said.value() == wish);
                }
                case Decision.DeskIs(var desk) -> {
                    // A desk further down is no correction, nor a second one: a case may go to several.
                    boolean isFirst = earlier.stream().noneMatch(one -> one.question() == Rule.Question.DESK);
                    List<Assessment.Reason> first = suggested.desks().stream()
                            .findFirst()
                            .map(Assessment.Suggested::reasons)
                            .orElse(List.of());
                    List<Assessment.Reason> towards = reasons(suggested.desks(), desk);
                    List<Assessment.Reason> against = reasons(suggested.notDesks(), desk);
                    yield new Evidence(
                            codes(suggested.desks()),
                            towards,
                            towards.isEmpty() && isFirst
                                    ? Stream.concat(against.stream(), first.stream())
                                            .toList()
                                    : against);
                }
                case Decision.NotDesk(var desk) ->
                    new Evidence(
                            codes(suggested.notDesks()),
                            reasons(suggested.notDesks(), desk),
                            reasons(suggested.desks(), desk));
            };
        }

        private static Evidence one(String code, List<Assessment.Reason> reasons, boolean isConfirmed) {
            return isConfirmed
                    ? new Evidence(List.of(code), reasons, List.of())
                    : new Evidence(List.of(code), List.of(), reasons);
        }

        private static List<String> codes(List<Assessment.Suggested<String>> desks) {
            return desks.stream().map(Assessment.Suggested::value).toList();
        }

        private static List<Assessment.Reason> reasons(List<Assessment.Suggested<String>> desks, String desk) {
            return desks.stream()
                    .filter(one -> one.value().equals(desk))
                    .flatMap(one -> one.reasons().stream())
                    .toList();
        }
    }
}
