package jp.tsunagi.referral.handover;

import static jp.tsunagi.referral.handover.Side.*;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The name of a command in the API, and who may ever give it (rows R02 to R27 of referral-transitions.csv). */
public enum Verb {
    SEND("send", ORIGIN_CONSULTANT),
    DISCARD("discard", ORIGIN_CONSULTANT),
    ACKNOWLEDGE("acknowledge", TARGET_SYSTEM, TARGET_INTAKE),
    ACCEPT("accept", TARGET_INTAKE),
    REJECT("reject", TARGET_INTAKE),
    WITHDRAW("withdraw", ORIGIN_CONSULTANT),
    ASK_INFORMATION("ask-information", TARGET_INTAKE),
    SUPPLY_INFORMATION("supply-information", ORIGIN_CONSULTANT),
    START("start", TARGET_HANDLER),
    HOLD("hold", TARGET_HANDLER, ORIGIN_CONSULTANT),
    RESUME("resume", TARGET_HANDLER, TARGET_INTAKE, ORIGIN_CONSULTANT),
    REPORT_PROGRESS("report-progress", TARGET_HANDLER),
    COMPLETE("complete", TARGET_HANDLER),
    FAIL("fail", TARGET_HANDLER),
    DECLINE_AFTER_ACCEPT("decline-after-accept", TARGET_HANDLER),
    OFFER_RETURN("offer-return", TARGET_HANDLER),
    ACCEPT_RETURN("accept-return", ORIGIN_INTAKE),
    REQUEST_CANCEL("request-cancel", ORIGIN_CONSULTANT),
    CONFIRM_CANCEL("confirm-cancel", TARGET_HANDLER),
    REFUSE_CANCEL("refuse-cancel", TARGET_HANDLER),
    ESCALATE("escalate", SYSTEM_TIMER),
    EXPIRE("expire", SYSTEM_TIMER),
    RECALL("recall", ORIGIN_CONSULTANT, PRIVACY_OFFICER),
    MARK_IN_ERROR("mark-in-error", ORIGIN_SUPERVISOR, PRIVACY_OFFICER),
    RE_OPEN("re-open", ORIGIN_CONSULTANT),
    FORWARD("forward", TARGET_HANDLER);

    private final String wire;
    private final Set<Side> by;

    Verb(String wire, Side... by) {
        this.wire = wire;
        this.by = EnumSet.copyOf(Set.of(by));
    }

    public String wire() {
        return wire;
    }

    public static Optional<Verb> of(String wire) {
        return Stream.of(values()).filter(verb -> verb.wire.equals(wire)).findFirst();
    }

    boolean isFor(Set<Side> sides) {
        return by.stream().anyMatch(sides::contains);
    }
}
