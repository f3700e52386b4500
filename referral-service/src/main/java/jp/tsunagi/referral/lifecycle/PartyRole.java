package jp.tsunagi.referral.lifecycle;

import java.util.EnumSet;
import java.util.Set;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.identity.Roles;
import jp.tsunagi.referral.desk.Parties;
import jp.tsunagi.referral.details.ReferralDetails;

/** Roles that an actor can have on one referral; an actor may have several. */
public enum PartyRole {
    ORIGIN_CONSULTANT,
    ORIGIN_SUPERVISOR,
    ORIGIN_APPROVER,
    ORIGIN_INTAKE,
    /** Speaks for a desk outside the platform, which cannot speak here itself. */
    ORIGIN_CARRIER,
    TARGET_INTAKE,
    TARGET_HANDLER,
    TARGET_SYSTEM,
    SYSTEM,
    PRIVACY_OFFICER;

    /** An actor of neither agency has none, whatever the roles in the token. */
    static Set<PartyRole> of(Actor actor, ReferralDetails details) {
        Parties parties = details.parties();
        Set<PartyRole> held = EnumSet.noneOf(PartyRole.class);
        boolean isStaff = actor.hasAnyRole(Roles.COUNSELLOR, Roles.AGENCY_STAFF, Roles.AGENCY_ADMIN);
        if (actor.belongsTo(parties.origin().agency())) {
            if (isStaff || actor.hasRole(Roles.REFERRAL_CREATE)) {
                held.addAll(EnumSet.of(ORIGIN_CONSULTANT, ORIGIN_INTAKE));
                if (details.carried()) {
                    held.add(ORIGIN_CARRIER);
                }
            }
            if (actor.hasAnyRole(Roles.SUPERVISOR, Roles.AGENCY_ADMIN)) {
                held.add(ORIGIN_SUPERVISOR);
                if (actor.isPerson()) {
                    held.add(ORIGIN_APPROVER);
                }
            }
        }
        if (actor.belongsTo(parties.target().agency())) {
            if (isStaff || actor.hasRole(Roles.REFERRAL_DECIDE)) {
                held.addAll(EnumSet.of(TARGET_INTAKE, TARGET_HANDLER));
            }
            if (actor.hasRole(Roles.REFERRAL_DECIDE)) {
                held.add(TARGET_SYSTEM);
            }
        }
        if (actor.hasRole(Roles.SYSTEM)) {
            held.add(SYSTEM);
        }
        if (actor.hasRole(Roles.PRIVACY_OFFICER)) {
            held.add(PRIVACY_OFFICER);
        }
        return held;
    }

    static boolean isTarget(Set<PartyRole> held) {
        return held.contains(TARGET_HANDLER) || held.contains(TARGET_INTAKE);
    }
}
