package jp.tsunagi.intake.workbench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import jp.tsunagi.intake.consent.Consent;
import jp.tsunagi.intake.consent.ConsentHistory;
import jp.tsunagi.intake.consultation.CaseFile;
import jp.tsunagi.intake.desk.Desk;
import jp.tsunagi.intake.handover.Referral;
import jp.tsunagi.platform.code.Coded;
import jp.tsunagi.vocabulary.Field;

/** A desk with what speaks for handing this case over to it, against it, and what makes it impossible. */
public record RankedDesk(Desk desk, List<Reason> reasons) {

    /** Which way a reason points. */
    enum Side {
        FOR,
        AGAINST,
        IMPOSSIBLE
    }

    /** A reason without its words, which are in the messages. */
    public enum Why implements Coded {
        SUGGESTED(Side.FOR),
        CONSENT_COVERS(Side.FOR),
        ARRIVES(Side.FOR),
        OUTSIDE(Side.AGAINST),
        CONSENT_TO_ASK(Side.AGAINST),
        CONSENT_ASKED(Side.AGAINST),
        CONSENT_LACKS(Side.AGAINST),
        CONSENT_NO(Side.AGAINST),
        CAME_BACK(Side.AGAINST),
        NOT_TOLD(Side.AGAINST),
        NOT_ACCEPTING(Side.IMPOSSIBLE),
        CONSULTER_REFUSED(Side.IMPOSSIBLE),
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
    }

    /** @param fields the fields that the reason is about; empty when it is about none */
    record Reason(Why why, List<Field> fields) {

        public boolean isFor() {
            return why.side == Side.FOR;
        }

        public boolean isImpossible() {
            return why.side == Side.IMPOSSIBLE;
        }
    }

    public boolean isPossible() {
        return reasons.stream().noneMatch(Reason::isImpossible);
    }

    private long count(Side side) {
        return reasons.stream().filter(reason -> reason.why.side == side).count();
    }

    private boolean isSuggested() {
        return reasons.stream().anyMatch(reason -> reason.why == Why.SUGGESTED);
    }

    /** The desks of other agencies, those first that fit best; what cannot be is last and says why. */
    static List<RankedDesk> of(CaseFile file, List<Desk> desks, ConsentHistory consents, List<Referral> referrals) {
        return desks.stream()
                .filter(desk -> !desk.agency().equals(file.consultation().owner()))
                .map(desk -> new RankedDesk(desk, reasons(desk, file, consents, referrals)))
                .sorted(Comparator.comparing(RankedDesk::isPossible)
                        .thenComparing(RankedDesk::isSuggested)
                        .reversed()
                        .thenComparingLong(desk -> desk.count(Side.AGAINST) - desk.count(Side.FOR)))
                .toList();
    }

    private static List<Reason> reasons(Desk desk, CaseFile file, ConsentHistory consents, List<Referral> referrals) {
        List<Reason> reasons = new ArrayList<>();
        Desk.Profile profile = desk.profile();
        if (file.state().returned() != null
                && desk.code().equals(file.state().returned().suggestedDesk())) {
            reasons.add(new Reason(Why.SUGGESTED, List.of()));
        }
        reasons.add(new Reason(desk.mode().arrivesByItself() ? Why.ARRIVES : Why.OUTSIDE, List.of()));
        reasons.add(consent(desk, consents));
        List<Field> untold = profile.requiredFields().stream()
                .filter(field -> file.submission().told(field).isEmpty())
                .toList();
        if (!untold.isEmpty()) {
            reasons.add(new Reason(Why.NOT_TOLD, untold));
        }
        for (Referral referral : referrals) {
            if (referral.targetDesk().equals(desk.code())) {
                reasons.add(new Reason(referral.open() ? Why.OPEN : Why.CAME_BACK, List.of()));
            }
        }
        if (!desk.accepting()) {
            reasons.add(new Reason(Why.NOT_ACCEPTING, List.of()));
        }
        if (profile.refusedConsulterTypes()
                .contains(file.submission().consulter().type())) {
            reasons.add(new Reason(Why.CONSULTER_REFUSED, List.of()));
        }
        return List.copyOf(reasons);
    }

    private static Reason consent(Desk desk, ConsentHistory consents) {
        List<Field> needed = desk.profile().requiredFields();
        return consents.newest(desk.code())
                .map(newest -> switch (newest.decision()) {
                    case ASKED -> new Reason(Why.CONSENT_ASKED, List.of());
                    case REFUSED, WITHDRAWN -> new Reason(Why.CONSENT_NO, List.of());
                    case GIVEN -> given(newest, needed);
                })
                .orElseGet(() -> new Reason(Why.CONSENT_TO_ASK, needed));
    }

    private static Reason given(Consent yes, List<Field> needed) {
        List<Field> lacking =
                needed.stream().filter(field -> !yes.fields().contains(field)).toList();
        return lacking.isEmpty()
                ? new Reason(Why.CONSENT_COVERS, List.copyOf(yes.fields()))
                : new Reason(Why.CONSENT_LACKS, lacking);
    }
}
