package jp.tsunagi.intake.triagedecision;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The table of decisions about the answers of triage. */
@ApplicationScoped
class TriageDecisionRows implements PanacheRepositoryBase<TriageDecisionRow, TriageDecisionRow.Key> {

    List<TriageDecisionRow> findByConsultation(UUID consultation) {
        return list("key.consultationId = ?1 order by key.caseVersion", consultation);
    }

    /** How often each rule was confirmed and corrected in the cases that the reader may see. */
    List<RuleEvidence.Count> countByRule() {
        return getEntityManager()
                .createNativeQuery("""
                        select rule, count(*) filter (where confirmed), count(*) filter (where not confirmed)
                        from (select distinct on (consultation_id, question,
                                    case when question in ('desk', 'not-desk') then decided end) *
                                from triage_decision
                                order by consultation_id, question,
                                    case when question in ('desk', 'not-desk') then decided end, case_version desc)
                                as newest,
                            lateral (select unnest(confirmed_rules), true
                                union all select unnest(corrected_rules), false) as said (rule, confirmed)
                        group by rule order by rule
                        """, RuleEvidence.Count.class)
                .getResultList();
    }

    /** The newest cases in which somebody decided otherwise than a rule. */
    List<RuleEvidence.Correction> findCorrections(String rule, int most) {
        return getEntityManager()
                .createQuery("""
                        select new jp.tsunagi.intake.triagedecision.RuleEvidence$Correction(
                            c.id, c.receiptNumber, d.question, d.suggested, d.decided, d.byName, d.at)
                        from TriageDecisionRow d join ConsultationRow c on c.id = d.key.consultationId
                        where cast(sql('(? @> array[cast(? as text)])', d.correctedRules, :rule) as Boolean) = true
                        order by d.at desc
                        """, RuleEvidence.Correction.class)
                .setParameter("rule", rule)
                .setMaxResults(most)
                .getResultList();
    }
}
