package jp.tsunagi.intake.workbench;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.tsunagi.intake.consent.Consent;
import jp.tsunagi.intake.consent.ConsentHistory;
import jp.tsunagi.intake.consultation.CaseFile;
import jp.tsunagi.intake.desk.Desk;
import jp.tsunagi.intake.handover.Referral;
import jp.tsunagi.intake.submission.Submission;
import jp.tsunagi.intake.triage.Assessment;
import jp.tsunagi.platform.code.Coded;
import jp.tsunagi.platform.time.Holidays;
import jp.tsunagi.platform.time.OpeningHours;
import jp.tsunagi.vocabulary.AgeBand;
import jp.tsunagi.vocabulary.Field;
import jp.tsunagi.vocabulary.Fit;
import jp.tsunagi.vocabulary.Need;
import org.jspecify.annotations.Nullable;

/**
 * A desk with what speaks for handing this case over to it, against it, and what makes it impossible.
 *
 * @param at the moment of Japan's time that its hours are told for
 */
public record RankedDesk(Desk desk, LocalDateTime at, List<Reason> reasons) {

    private static final CaseNeeds NEEDS = CaseNeeds.published();
    private static final Holidays HOLIDAYS = Holidays.published();

    private static final Set<Why> AT_A_GLANCE = EnumSet.of(
            Why.OPEN_NOW, Why.CLOSED_NOW, Why.HOURS_UNKNOWN, Why.NOT_TOLD, Why.AGE_NOT_TOLD, Why.FIELDS_REFUSED);

    /** Which way a reason points. */
    enum Side {
        FOR,
        AGAINST,
        IMPOSSIBLE
    }

    /** A reason without its words, which are in the messages. */
    public enum Why implements Coded {
        SUGGESTED(Side.FOR),

        // What the rules of triage say of this case.
        RULES_FOR(Side.FOR),
        RULES_AGAINST(Side.AGAINST),
        RULED_OUT(Side.AGAINST),

        // How well it fits what brings the person here, the best first: the list is in this order.
        MADE_FOR_IT(Side.FOR),
        HELPS_TOO(Side.FOR),
        SHOWS_THE_WAY(Side.AGAINST),
        FIT_UNKNOWN(Side.AGAINST),
        FITS_NOT(Side.AGAINST),

        OPEN_NOW(Side.FOR),
        CLOSED_NOW(Side.AGAINST),
        HOURS_UNKNOWN(Side.AGAINST),
        CONSENT_COVERS(Side.FOR),
        ARRIVES(Side.FOR),
        OUTSIDE(Side.AGAINST),
        CONSENT_TO_ASK(Side.AGAINST),
        CONSENT_ASKED(Side.AGAINST),
        CONSENT_LACKS(Side.AGAINST),
        CONSENT_NO(Side.AGAINST),
        CAME_BACK(Side.AGAINST),
        NOT_TOLD(Side.AGAINST),
        AGE_NOT_TOLD(Side.AGAINST),
        FIELDS_REFUSED(Side.AGAINST),
        NOT_ACCEPTING(Side.IMPOSSIBLE),
        CONSULTER_REFUSED(Side.IMPOSSIBLE),
        AGE_REFUSED(Side.IMPOSSIBLE),
        OPEN(Side.IMPOSSIBLE);

        private final Side side;
        private final String code = Coded.kebab(name());

        Why(Side side) {
            this.side = side;
        }

        @Override
        public String code() {
            return code;
        }

        private boolean isFit() {
            return compareTo(MADE_FOR_IT) >= 0 && compareTo(FITS_NOT) <= 0;
        }
    }

    /**
     * What speaks for it or against it.
     *
     * @param fields the fields that the reason is about; empty when it is about none
     * @param needs the needs that it is about; empty when it is about none
     * @param changes when it ends; null when it is about no time
     */
    record Reason(
            Why why,
            List<Field> fields,
            List<Need> needs,
            @Nullable LocalDateTime changes) {

        static Reason of(Why why) {
            return new Reason(why, List.of(), List.of(), null);
        }

        static Reason about(Why why, List<Field> fields) {
            return new Reason(why, fields, List.of(), null);
        }

        static Reason fits(Why why, List<Need> needs) {
            return new Reason(why, List.of(), needs, null);
        }

        static Reason until(Why why, @Nullable LocalDateTime changes) {
            return new Reason(why, List.of(), List.of(), changes);
        }

        public boolean isFor() {
            return why.side == Side.FOR;
        }

        /** It is another one at another time of the day. */
        public boolean isAboutHours() {
            return why == Why.OPEN_NOW || why == Why.CLOSED_NOW || why == Why.HOURS_UNKNOWN;
        }

        public boolean isImpossible() {
            return why.side == Side.IMPOSSIBLE;
        }
    }

    public boolean isPossible() {
        return reasons.stream().noneMatch(Reason::isImpossible);
    }

    /** Whether it sent the case back, or has finished with it. */
    boolean hasHadIt() {
        return reasons.stream().anyMatch(reason -> reason.why == Why.CAME_BACK);
    }

    /** Whether it is open, what it lacks, and what makes it impossible: what a glance at it needs. */
    public List<Reason> atAGlance() {
        return reasons.stream()
                .filter(reason -> reason.isImpossible() || AT_A_GLANCE.contains(reason.why))
                .toList();
    }

    private long count(Side side) {
        return reasons.stream().filter(reason -> reason.why.side == side).count();
    }

    private boolean isSuggested() {
        return reasons.stream().anyMatch(reason -> reason.why == Why.SUGGESTED);
    }

    /** How well it fits; nothing was said of any desk when the case has no need, and then all are alike. */
    private Why fit() {
        return reasons.stream().map(Reason::why).filter(Why::isFit).findFirst().orElse(Why.FITS_NOT);
    }

    /**
     * The desks of other agencies, those first that fit best; what cannot be is last and says why.
     *
     * @param ruledOut codes of desks to which somebody decided that the case does not belong
     * @param now in Japan's time
     */
    static List<RankedDesk> of(
            CaseFile file,
            Set<String> ruledOut,
            List<Desk> desks,
            ConsentHistory consents,
            List<Referral> referrals,
            LocalDateTime now) {
        Assessment assessment = file.assessment().without(ruledOut);
        Set<Need> needs = NEEDS.of(file.classification());
        return desks.stream()
                .filter(desk -> !desk.agency().equals(file.consultation().owner()))
                .map(desk -> new RankedDesk(
                        desk, now, reasons(desk, file, assessment, ruledOut, needs, consents, referrals, now)))
                .sorted(Comparator.comparing(RankedDesk::isPossible)
                        .thenComparing(desk -> !ruledOut.contains(desk.desk.code()))
                        .thenComparing(RankedDesk::isSuggested)
                        .reversed()
                        .thenComparing(desk -> place(assessment, desk.desk.code()))
                        .thenComparing(RankedDesk::fit)
                        .thenComparingLong(desk -> desk.count(Side.AGAINST) - desk.count(Side.FOR)))
                .toList();
    }

    /** Where the rules of triage rank a desk; those that they do not name come after, those that they exclude last. */
    private static int place(Assessment assessment, String desk) {
        if (names(assessment.notDesks(), desk)) {
            return Integer.MAX_VALUE;
        }
        int place = assessment.desks().stream()
                .map(Assessment.Suggested::value)
                .toList()
                .indexOf(desk);
        return place < 0 ? Integer.MAX_VALUE - 1 : place;
    }

    private static boolean names(List<Assessment.Suggested<String>> desks, String desk) {
        return desks.stream().anyMatch(one -> one.value().equals(desk));
    }

    private static List<Reason> reasons(
            Desk desk,
            CaseFile file,
            Assessment assessment,
            Set<String> ruledOut,
            Set<Need> needs,
            ConsentHistory consents,
            List<Referral> referrals,
            LocalDateTime now) {
        Submission told = file.submission();
        List<Reason> reasons = new ArrayList<>();
        Desk.Profile profile = desk.profile();
        if (ruledOut.contains(desk.code())) {
            reasons.add(Reason.of(Why.RULED_OUT));
        }
        if (file.state().returned() != null
                && desk.code().equals(file.state().returned().suggestedDesk())) {
            reasons.add(Reason.of(Why.SUGGESTED));
        }
        if (names(assessment.notDesks(), desk.code())) {
            reasons.add(Reason.of(Why.RULES_AGAINST));
        } else if (names(assessment.desks(), desk.code())) {
            reasons.add(Reason.of(Why.RULES_FOR));
        }
        if (!needs.isEmpty()) {
            reasons.add(fitting(desk, needs));
        }
        desk.at(now, HOLIDAYS, needs).map(RankedDesk::hours).ifPresent(reasons::add);
        reasons.add(Reason.of(desk.mode().arrivesByItself() ? Why.ARRIVES : Why.OUTSIDE));
        reasons.add(consent(desk, consents));
        List<Field> untold = profile.requiredFields().stream()
                .filter(field -> told.told(field).isEmpty())
                .toList();
        if (!untold.isEmpty()) {
            reasons.add(Reason.about(Why.NOT_TOLD, untold));
        }
        List<Field> unwanted = profile.refusedFields().stream()
                .filter(field -> !told.told(field).isEmpty())
                .toList();
        if (!unwanted.isEmpty()) {
            reasons.add(Reason.about(Why.FIELDS_REFUSED, unwanted));
        }
        for (Referral referral : referrals) {
            if (referral.targetDesk().equals(desk.code())) {
                reasons.add(Reason.of(referral.open() ? Why.OPEN : Why.CAME_BACK));
            }
        }
        if (!desk.accepting()) {
            reasons.add(Reason.of(Why.NOT_ACCEPTING));
        }
        if (profile.refusedConsulterTypes().contains(told.consulter().type())) {
            reasons.add(Reason.of(Why.CONSULTER_REFUSED));
        }
        AgeBand age = told.consulter().ageBand();
        if (profile.refuses(age)) {
            reasons.add(Reason.of(Why.AGE_REFUSED));
        } else if (!age.isTold() && !profile.acceptedAgeBands().isEmpty()) {
            reasons.add(Reason.of(Why.AGE_NOT_TOLD));
        }
        return List.copyOf(reasons);
    }

    private static Reason fitting(Desk desk, Set<Need> needs) {
        Optional<Fit> best = desk.fit(needs);
        if (best.isEmpty()) {
            return Reason.of(desk.tellsNeeds() ? Why.FITS_NOT : Why.FIT_UNKNOWN);
        }
        Why why = switch (best.get()) {
            case MADE_FOR_IT -> Why.MADE_FOR_IT;
            case HELPS_TOO -> Why.HELPS_TOO;
            case SHOWS_THE_WAY -> Why.SHOWS_THE_WAY;
        };
        return Reason.fits(
                why,
                needs.stream()
                        .filter(need -> desk.fit(Set.of(need)).equals(best))
                        .toList());
    }

    private static Reason hours(OpeningHours.Now now) {
        LocalDateTime changes = now.changes();
        return switch (now.state()) {
            case OPEN -> Reason.until(Why.OPEN_NOW, changes);
            case CLOSED -> Reason.until(Why.CLOSED_NOW, changes);
            case UNKNOWN -> Reason.of(Why.HOURS_UNKNOWN);
        };
    }

    private static Reason consent(Desk desk, ConsentHistory consents) {
        List<Field> needed = desk.profile().requiredFields();
        return consents.newest(desk.code())
                .map(newest -> switch (newest.decision()) {
                    case ASKED -> Reason.of(Why.CONSENT_ASKED);
                    case REFUSED, WITHDRAWN -> Reason.of(Why.CONSENT_NO);
                    case GIVEN -> given(newest, needed);
                })
                .orElseGet(() -> Reason.about(Why.CONSENT_TO_ASK, needed));
    }

    private static Reason given(Consent yes, List<Field> needed) {
        List<Field> lacking =
                needed.stream().filter(field -> !yes.fields().contains(field)).toList();
        return lacking.isEmpty()
                ? Reason.about(Why.CONSENT_COVERS, List.copyOf(yes.fields()))
                : Reason.about(Why.CONSENT_LACKS, lacking);
    }
}
