package jp.tsunagi.referral;

import static jp.tsunagi.referral.ReferralClient.basedOn;
import static jp.tsunagi.referral.ReferralClient.body;
import static jp.tsunagi.referral.ReferralClient.create;
import static jp.tsunagi.referral.ReferralClient.decide;
import static jp.tsunagi.referral.ReferralClient.example;
import static jp.tsunagi.referral.ReferralClient.fresh;
import static jp.tsunagi.referral.ReferralClient.leader;
import static jp.tsunagi.referral.ReferralClient.origin;
import static jp.tsunagi.referral.ReferralClient.send;
import static jp.tsunagi.referral.ReferralClient.sia;

/** Referrals in the state in which a command may be given. */
final class ReferralsByCommand {

    private static final String DESK = "SIA_HIBO";

    private ReferralsByCommand() {}

    /** A referral that can be given the command now. */
    static String ready(String command) {
        return switch (command) {
            case "send" -> given(leader(), waiting(), "decline-approval", 2);
            case "discard" -> draft();
            case "approve", "decline-approval" -> waiting();
            case "acknowledge", "accept", "reject", "withdraw", "ask-information", "recall", "mark-in-error" ->
                send(DESK);
            case "supply-information" -> given(sia(), send(DESK), "ask-information", 2);
            case "start",
                    "hold",
                    "report-progress",
                    "complete",
                    "fail",
                    "decline-after-accept",
                    "request-cancel",
                    "forward" -> accepted(send(DESK));
            case "resume" -> given(sia(), accepted(send(DESK)), "hold", 3);
            case "offer-return" -> transfer();
            case "accept-return" -> given(sia(), transfer(), "offer-return", 3);
            case "confirm-cancel", "refuse-cancel" -> given(origin(), accepted(send(DESK)), "request-cancel", 3);
            case "re-open" -> given(origin(), send(DESK), "withdraw", 2);
            default -> throw new IllegalArgumentException("in which state may one " + command + "?");
        };
    }

    private static String draft() {
        return decide(
                        origin(),
                        given(origin(), send(DESK), "withdraw", 2),
                        "re-open",
                        3,
                        example("re-open").toString())
                .statusCode(200)
                .extract()
                .path("newReferral");
    }

    private static String waiting() {
        return sent(basedOn("{\"kind\":\"27-1-ii\",\"reason\":\"連絡がつかない\"}"));
    }

    private static String transfer() {
        return accepted(sent(body(fresh(), DESK).put("kind", "transfer")));
    }

    private static String sent(Object body) {
        return create(origin(), body).statusCode(201).extract().path("id");
    }

    private static String accepted(String id) {
        return given(sia(), id, "accept", 2);
    }

    private static String given(String by, String id, String command, long version) {
        decide(by, id, command, version, example(command).toString()).statusCode(200);
        return id;
    }
}
