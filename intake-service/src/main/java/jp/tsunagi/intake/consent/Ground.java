package jp.tsunagi.intake.consent;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagi.intake.submission.Narrative;
import jp.tsunagi.platform.problem.Refusal.Pointed;

/**
 * Passing something on without consent: which law allows it, why here, and who else approved.
 *
 * @param approvedBy user id of a second person, never the one who hands over
 */
public record Ground(
        UUID id,
        UUID consultation,
        String recipient,
        Kind kind,
        String reason,
        String approvedBy,
        String recordedBy,
        Instant at) {

    /** The grounds of the duty table (vocabulary.md 4.3). */
    public enum Kind {
        /** 個人情報保護法27(1)(i) 法令に基づく場合. */
        LAW("27-1-i"),
        /** 27(1)(ii) 人の生命、身体又は財産の保護. */
        LIFE_BODY_PROPERTY("27-1-ii"),
        /** 27(1)(iii) 公衆衛生の向上又は児童の健全な育成. */
        CHILDREN("27-1-iii"),
        /** 27(1)(iv) 国の機関等の事務への協力. */
        PUBLIC_BODY("27-1-iv");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }

        public static Optional<Kind> of(String code) {
            return Arrays.stream(values())
                    .filter(kind -> kind.code.equals(code))
                    .findAny();
        }
    }

    /** What is missing before such a hand-over may be recorded. */
    public static List<Pointed> objections(String kind, String reason, String approvedBy, String requester) {
        List<Pointed> objections = new ArrayList<>();
        if (Kind.of(kind).isEmpty()) {
            objections.add(new Pointed(
                    "/basis/kind",
                    "ground-unknown",
                    "提供の根拠を選んでください。",
                    "Choose a ground: consent, or an item of APPI article 27(1)."));
        }
        if (Narrative.isBlank(reason)) {
            objections.add(new Pointed(
                    "/basis/reason",
                    "ground-incomplete",
                    "同意を待てない理由を書いてください。",
                    "Say why consent cannot be waited for."));
        }
        if (Narrative.isBlank(approvedBy)) {
            objections.add(new Pointed(
                    "/basis/approvedBy", "ground-incomplete", "承認した主任を書いてください。", "Name the supervisor who approved."));
        } else if (approvedBy.strip().equals(requester)) {
            objections.add(new Pointed(
                    "/basis/approvedBy",
                    "ground-own-approval",
                    "引き継ぐ人と承認する人は別の人にしてください。",
                    "Another person than the one who hands over must approve."));
        }
        return objections;
    }
}
