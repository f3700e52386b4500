package jp.tsunagi.intake.workbench;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import jp.tsunagi.intake.consultation.Consultations;
import jp.tsunagi.intake.handover.ReferralThreads;
import jp.tsunagi.intake.handover.Referrals;

/** The hand-overs of a case, each with its thread. */
@ApplicationScoped
class CaseThreads {

    private final Consultations consultations;
    private final Referrals referrals;
    private final ReferralThreads threads;

    CaseThreads(Consultations consultations, Referrals referrals, ReferralThreads threads) {
        this.consultations = consultations;
        this.referrals = referrals;
        this.threads = threads;
    }

    /** For a case that was opened, which is audited with what its hand-overs say. */
    List<ReferralThread> of(UUID consultation) {
        var entries = threads.findByConsultation(consultation, consultations.key(consultation));
        return referrals.findByConsultation(consultation).stream()
                .map(one -> new ReferralThread(one, entries.getOrDefault(one.id(), List.of())))
                .toList();
    }
}
