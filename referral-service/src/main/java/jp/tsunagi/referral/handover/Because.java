package jp.tsunagi.referral.handover;

import java.util.Set;
import jp.tsunagi.platform.problem.Refusal;
import jp.tsunagi.platform.problem.Refusal.Kind;

/** Why something was done, for the other side to read: a code of the list and a sentence. */
public record Because(Reason reason, String note) {

    /** A reason that fits what is done, and a note; refused when either is missing (invariant I3). */
    static Because of(Set<Reason> fitting, Reason reason, String note) {
        Refusal refusal = new Refusal(Kind.UNMET, "reason-missing", "理由と説明を入れてください。", "Give a reason code and a note.");
        if (reason == null) {
            refusal.at("/reasonCode", "reason-missing", "理由を選んでください。", "Choose a reason.");
        } else if (!fitting.contains(reason)) {
            refusal.at("/reasonCode", "reason-unfit", "この操作では選べない理由です。", "This reason does not fit this command.");
        }
        if (isBlank(note)) {
            refusal.at("/note", "note-missing", "説明を入れてください。", "Write a note for the other side.");
        }
        if (!refusal.errors().isEmpty()) {
            throw refusal;
        }
        return new Because(reason, note);
    }

    /** A sentence that must not be empty. */
    static String said(String text, String pointer) {
        if (isBlank(text)) {
            throw new Refusal(Kind.UNMET, "note-missing", "説明を入れてください。", "Write a note for the other side.")
                    .at(pointer, "note-missing", "入力してください。", "Write something here.");
        }
        return text;
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}
