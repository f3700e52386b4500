package jp.tsunagi.intake.handover;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.TypedQuery;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** The table of what we know about hand-overs. */
@ApplicationScoped
class ReferralRows implements PanacheRepositoryBase<ReferralRow, UUID> {

    List<ReferralRow> findByConsultation(UUID consultation) {
        return list("consultationId = ?1 order by requestedAt, id", consultation);
    }

    private static final String OF_AGENCY =
            " from ReferralRow r join ConsultationRow c on c.id = r.consultationId where c.ownerAgency = :agency and ";

    private static final String MARKED = Stream.of(
                    ReferralList.View.UNDELIVERED, ReferralList.View.QUESTION, ReferralList.View.RETURNED)
            .map(ReferralList.View::condition)
            .collect(joining(") or (", "((", "))"));

    /** Lines of an agency's list, the longest waiting first. Every text of the query is a constant. */
    List<ReferralList.Line> page(
            String agency, ReferralList.View view, Optional<ReferralList.Position> after, int size) {
        String continued = after.isPresent() ? " and (r.requestedAt, r.id) > (:requestedAt, :id)" : "";
        TypedQuery<Object[]> query = getEntityManager()
                .createQuery(
                        "select r, c.receiptNumber" + OF_AGENCY + view.condition() + continued
                                + " order by r.requestedAt, r.id",
                        Object[].class)
                .setParameter("agency", agency)
                .setMaxResults(size);
        after.ifPresent(position ->
                query.setParameter("requestedAt", position.requestedAt()).setParameter("id", position.id()));
        return query.getResultStream()
                .map(found -> line((ReferralRow) found[0], (String) found[1]))
                .toList();
    }

    /** One mark of a kind for each case. */
    Map<UUID, List<ReferralList.Badge>> findBadges(Collection<UUID> consultations) {
        return getEntityManager()
                .createQuery(
                        "select r from ReferralRow r join ConsultationRow c on c.id = r.consultationId"
                                + " where c.id in :consultations and " + MARKED + " order by r.changedAt desc, r.id",
                        ReferralRow.class)
                .setParameter("consultations", consultations)
                .getResultStream()
                .collect(groupingBy(
                        row -> row.consultationId,
                        collectingAndThen(
                                toMap(
                                        row -> row.attention,
                                        row -> new ReferralList.Badge(requireNonNull(row.attention), row.id),
                                        (newest, _) -> newest,
                                        () -> new EnumMap<>(Referral.Attention.class)),
                                byKind -> List.copyOf(byKind.values()))));
    }

    long count(String agency, ReferralList.View view) {
        return getEntityManager()
                .createQuery("select count(r)" + OF_AGENCY + view.condition(), Long.class)
                .setParameter("agency", agency)
                .getSingleResult();
    }

    private static ReferralList.Line line(ReferralRow row, String receiptNumber) {
        return new ReferralList.Line(row.consultationId, receiptNumber, row.toDomain());
    }

    Optional<ReferralRow> findOpen(UUID consultation, String desk) {
        return find("consultationId = ?1 and targetDesk = ?2 and open", consultation, desk)
                .firstResultOptional();
    }
}
