package jp.tsunagi.local.simulator;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;

/** What a simulated agency does next with a referral: always the same for the same referral, and only what is allowed. */
record Step(String command, Map<String, Object> body) {
    private static final ResourceBundle TEXTS = ResourceBundle.getBundle("messages.simulator");
    private static final int ASKS = 3;
    private static final int REJECTS = 7;

    /**
     * @param asked whether this agency has already asked back; it does so once
     * @param elsewhere the desk it names when it rejects
     */
    static Optional<Step> next(String referral, List<String> allowed, boolean asked, String elsewhere) {
        return wish(referral, allowed, asked, elsewhere).filter(step -> allowed.contains(step.command()));
    }

    private static Optional<Step> wish(String referral, List<String> allowed, boolean asked, String elsewhere) {
        if (allowed.contains("acknowledge")) {
            return Optional.of(new Step("acknowledge", Map.of()));
        }
        if (allowed.contains("accept")) {
            return Optional.of(answer(referral, asked, elsewhere));
        }
        if (allowed.contains("start")) {
            return Optional.of(new Step("start", Map.of()));
        }
        return Optional.of(new Step(
                "complete",
                Map.of("outcomes", List.of(Map.of("code", "content-removed", "note", TEXTS.getString("completed"))))));
    }

    private static Step answer(String referral, boolean asked, String elsewhere) {
        var temper = Math.floorMod(referral.hashCode(), 10);
        if (temper == ASKS && !asked) {
            return new Step("ask-information", Map.of("question", TEXTS.getString("question")));
        }
        if (temper == REJECTS) {
            return new Step(
                    "reject",
                    Map.of(
                            "reasonCode",
                            "not-in-remit",
                            "note",
                            TEXTS.getString("rejected"),
                            "suggestedDesk",
                            elsewhere));
        }
        return new Step("accept", Map.of("note", TEXTS.getString("accepted")));
    }
}
