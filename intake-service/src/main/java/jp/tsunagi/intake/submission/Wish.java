package jp.tsunagi.intake.submission;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the consulter wants to happen: the first question of the ministries' guide to consultation desks. */
public enum Wish {
    LISTEN,
    UNSURE,
    DELETE_SELF,
    DELETE_BY_OTHER,
    IDENTIFY,
    SAFETY,
    REFUND,
    STOP_HANDLING,
    RESPOND_NOTICE,
    REPORT_ONLY;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Wish> of(String code) {
        return Arrays.stream(values()).filter(wish -> wish.code().equals(code)).findAny();
    }
}
