package jp.tsunagi.intake.notification;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import jp.tsunagi.intake.consultation.CaseFiles;
import jp.tsunagi.intake.consultation.Consultations;
import jp.tsunagi.intake.counsellor.Counsellor;
import jp.tsunagi.intake.counsellor.Counsellors;
import jp.tsunagi.platform.identity.Roles;
import jp.tsunagi.platform.rowsecurity.RowAccess;
import jp.tsunagi.platform.time.Ids;

/** The mails that are due. Kept as rows, because a mail server that is away must not hold up anything. */
@ApplicationScoped
class PendingNotifications {

    private static final int BATCH = 20;

    /**
     * RFC 5321, 4.5.4.1: half an hour between two attempts, given up after four to five days. Sooner at first, because
     * a mail server may just restart, but not before an attempt has ended (quarkus.mailer.timeout).
     */
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(30);

    private static final Duration FIRST_WAIT = Duration.ofSeconds(30);

    private static final int MOST_ATTEMPTS = 240;

    private final NotificationRows rows;
    private final Consultations consultations;
    private final CaseFiles files;
    private final Counsellors counsellors;
    private final RowAccess access;
    private final Clock clock;

    PendingNotifications(
            NotificationRows rows,
            Consultations consultations,
            CaseFiles files,
            Counsellors counsellors,
            RowAccess access,
            Clock clock) {
        this.rows = rows;
        this.consultations = consultations;
        this.files = files;
        this.counsellors = counsellors;
        this.access = access;
        this.clock = clock;
    }

    void add(String eventId, UUID consultation) {
        if (!consultations.exists(consultation)) {
            return;
        }
        rows.persist(row(eventId, consultation));
    }

    /** For who works on a case; nothing when a mail is due or was sent and they have not looked since. */
    void addForHolder(UUID consultation, String account) {
        NotificationRow row = row(Ids.next().toString(), consultation);
        row.account = account;
        rows.addOnce(row);
    }

    /** For whoever works on the case and every supervisor of its agency, each once until they look. */
    void ring(UUID consultation, String agency) {
        if (!consultations.exists(consultation)) {
            return;
        }
        concerned(consultation, agency).forEach(account -> {
            NotificationRow row = row(Ids.next().toString(), consultation);
            row.account = account;
            row.emergency = true;
            rows.addOnce(row);
        });
    }

    /** They are told anew; an emergency that rings goes on ringing. */
    void forgetNews(UUID consultation, String account) {
        rows.deleteNews(consultation, account);
    }

    void forget(UUID consultation, String account) {
        rows.deleteForCounsellor(consultation, account);
    }

    private NotificationRow row(String eventId, UUID consultation) {
        NotificationRow row = new NotificationRow();
        row.eventId = eventId;
        row.consultationId = consultation;
        row.dueAt = clock.instant();
        return row;
    }

    /**
     * A mail that is to go out now.
     *
     * @param about what its reader is told
     * @param isFromRespondent of an emergency: whether it is on the list of those who received a claim
     */
    record Due(String eventId, String address, About about, boolean isFromRespondent) {}

    enum About {
        /** To the consulter. */
        NEWS,
        /** To who works on the case. */
        NEWS_IN_CASE,
        /** To who works on the case and to supervisors. */
        EMERGENCY
    }

    /** Event ids of the next mails to send. */
    List<String> due() {
        access.openEverything();
        return rows.findDue(clock.instant(), MOST_ATTEMPTS, BATCH);
    }

    /**
     * Takes up one due mail, unless another instance was faster. It is due again later, each time after a longer
     * pause, until {@link #sent} is said: mails that no server takes do not keep the others waiting.
     *
     * @return empty also when there is no address, when the case has gone to somebody else, or is no emergency any more
     */
    Optional<Due> take(String eventId) {
        access.openEverything();
        return rows.findDueLocked(eventId, clock.instant()).flatMap(row -> {
            row.attempts++;
            row.dueAt = clock.instant().plus(pauseAfter(row.attempts));
            Optional<String> address = address(row);
            if (address.isEmpty()) {
                row.sentAt = clock.instant();
            }
            return address.map(to -> new Due(
                    eventId, to, about(row), row.emergency && consultations.isFromRespondent(row.consultationId)));
        });
    }

    private static About about(NotificationRow row) {
        if (row.account == null) {
            return About.NEWS;
        }
        return row.emergency ? About.EMERGENCY : About.NEWS_IN_CASE;
    }

    void sent(String eventId) {
        access.openEverything();
        rows.findByIdOptional(eventId).ifPresent(row -> row.sentAt = clock.instant());
    }

    private static Duration pauseAfter(int attempts) {
        Duration doubled = FIRST_WAIT.multipliedBy(1L << Math.min(attempts, 10) - 1);
        return doubled.compareTo(LONGEST_WAIT) < 0 ? doubled : LONGEST_WAIT;
    }

    /** Whether a mail to the consulter of a case has failed at least once and was not sent since. */
    boolean isStuck(UUID consultation) {
        return rows.hasFailed(consultation);
    }

    private Optional<String> address(NotificationRow row) {
        if (row.account == null) {
            return Optional.of(files.contact(row.consultationId)).filter(address -> !address.isEmpty());
        }
        String account = row.account;
        if (row.emergency) {
            return consultations
                    .findEmergency(row.consultationId)
                    .filter(agency -> concerned(row.consultationId, agency).contains(account))
                    .flatMap(agency -> counsellors.address(agency, account));
        }
        return consultations
                .findHolder(row.consultationId)
                .filter(holder -> holder.account().equals(account))
                .flatMap(holder -> counsellors.address(holder.agency(), holder.account()));
    }

    /** Whoever works on a case and the supervisors of its agency. */
    private Set<String> concerned(UUID consultation, String agency) {
        Set<String> accounts = new TreeSet<>();
        consultations
                .findHolder(consultation)
                .map(Consultations.Holder::account)
                .ifPresent(accounts::add);
        counsellors.findByAgency(agency).stream()
                .filter(one -> one.role().equals(Roles.SUPERVISOR))
                .map(Counsellor::account)
                .forEach(accounts::add);
        return accounts;
    }
}
