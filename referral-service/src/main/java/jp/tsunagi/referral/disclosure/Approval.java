package jp.tsunagi.referral.disclosure;

import java.text.Normalizer;
import java.time.Instant;
import java.util.Locale;

/**
 * The second account that agreed to a disclosure without consent, or against a refusal.
 *
 * @param by id of the account
 * @param role in which it approved
 */
public record Approval(String by, String role, Instant at) {

    /** Whether this is the account with the given id, however that is spelled. */
    boolean isBy(String account) {
        return isSame(by, account);
    }

    /** Whether two ids are one account: Keycloak's user names know no upper case, so neither does the comparison. */
    public static boolean isSame(String one, String other) {
        return folded(one).equals(folded(other));
    }

    private static String folded(String account) {
        return Normalizer.normalize(account, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    }
}
