package jp.tsunagi.referral.handover;

import java.util.EnumSet;
import java.util.Set;
import jp.tsunagi.platform.identity.Actor;

/** In which capacity somebody stands towards one referral; somebody may have several, or none. */
public enum Side {
    ORIGIN_CONSULTANT,
    ORIGIN_SUPERVISOR,
    ORIGIN_INTAKE,
    TARGET_INTAKE,
    TARGET_HANDLER,
    TARGET_SYSTEM,
    SYSTEM_TIMER,
    PRIVACY_OFFICER;

    /** Whoever works for neither agency gets nothing, whatever the roles. */
    static Set<Side> of(Actor actor, Terms terms) {
        Set<Side> sides = EnumSet.noneOf(Side.class);
        boolean staff = actor.hasAnyRole("counsellor", "agency-staff", "agency-admin");
        if (actor.belongsTo(terms.originAgency())) {
            if (staff || actor.hasRole("referral:create")) {
                sides.addAll(EnumSet.of(ORIGIN_CONSULTANT, ORIGIN_INTAKE));
            }
            if (actor.hasAnyRole("supervisor", "agency-admin")) {
                sides.add(ORIGIN_SUPERVISOR);
            }
        }
        if (actor.belongsTo(terms.targetAgency())) {
            if (staff || actor.hasRole("referral:decide")) {
                sides.addAll(EnumSet.of(TARGET_INTAKE, TARGET_HANDLER));
            }
            if (actor.hasRole("referral:decide")) {
                sides.add(TARGET_SYSTEM);
            }
        }
        if (actor.hasRole("system")) {
            sides.add(SYSTEM_TIMER);
        }
        if (actor.hasRole("privacy-officer")) {
            sides.add(PRIVACY_OFFICER);
        }
        return sides;
    }
}
