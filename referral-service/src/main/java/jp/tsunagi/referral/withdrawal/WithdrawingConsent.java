package jp.tsunagi.referral.withdrawal;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.referral.desk.Agency;
import jp.tsunagi.referral.desk.Desks;
import jp.tsunagi.referral.repository.Referrals;

/**
 * Tells everybody who holds a person's data by a consent that it was taken back: the referrals to that desk, what the
 * desk passed on, what was opened again, and so on to the end of the chain.
 */
@ApplicationScoped
public class WithdrawingConsent {

    private static final Actor INTAKE = Actor.system("intake");

    private final WithdrawnConsents withdrawn;
    private final Referrals referrals;
    private final Desks desks;

    WithdrawingConsent(WithdrawnConsents withdrawn, Referrals referrals, Desks desks) {
        this.withdrawn = withdrawn;
        this.referrals = referrals;
        this.desks = desks;
    }

    /** @param statement what intake signed, for whoever asks later why a referral was cancelled */
    public void withdraw(Withdrawal withdrawal, String statement, Instant now) {
        withdrawn.add(withdrawal, statement);
        Set<UUID> told = new HashSet<>();
        // An agency with cases of its own may use the same reference; its people did not say anything to intake.
        desks.agencies().stream()
                .filter(Agency::handsOverByIntake)
                .flatMap(
                        agency -> referrals
                                .findIds(
                                        agency.code(),
                                        withdrawal.consultationId().toString(),
                                        withdrawal.targetDesk())
                                .stream())
                .forEach(id -> follow(id, withdrawal, told, now));
    }

    /**
     * First the referral, then those made from it: who passes it on at this moment holds its lock, so the new one is
     * seen after it.
     */
    private void follow(UUID id, Withdrawal withdrawal, Set<UUID> told, Instant now) {
        if (!told.add(id)) {
            return;
        }
        var stored = referrals.getForChange(id, INTAKE);
        if (withdrawal.spares(stored.value().details().disclosure().basis())) {
            return;
        }
        stored.value()
                .onConsentWithdrawn()
                .ifPresent(command -> referrals.change(id, stored.version(), command, INTAKE, now));
        referrals.findMadeFrom(id).forEach(next -> follow(next, withdrawal, told, now));
    }
}
