package jp.tsunagi.intake.submission;

import java.text.Normalizer;
import java.util.Optional;

/**
 * Where the consulter wants to be told that an answer is there.
 *
 * <p>Japanese carriers issued addresses that RFC 5322 forbids ({@code a..b@docomo.ne.jp}, {@code a.@ezweb.ne.jp},
 * until 2009) and people still use them, so dots are free before the @. Hibernate's {@code @Email} refuses them.
 */
public record MailAddress(String value) {

    /** RFC 5321, 4.5.3.1.3: a path is at most 256 octets with its angle brackets. */
    static final int MAX_LENGTH = 254;

    /** RFC 5321, 4.5.3.1.1. */
    private static final int MAX_LOCAL_PART = 64;

    /** RFC 1035, 2.3.4. */
    private static final int MAX_LABEL = 63;

    public MailAddress {
        if (!isPossible(value)) {
            throw new IllegalArgumentException("not a mail address");
        }
    }

    /** The address typed, full-width letters folded; empty when it cannot be one. */
    public static Optional<MailAddress> read(String typed) {
        String folded = Normalizer.normalize(typed, Normalizer.Form.NFKC).strip();
        return isPossible(folded) ? Optional.of(new MailAddress(folded)) : Optional.empty();
    }

    /** One @, visible ASCII only: no line break can add a header, no comma a recipient. */
    private static boolean isPossible(String address) {
        int at = address.indexOf('@');
        if (address.length() > MAX_LENGTH || at < 1 || at > MAX_LOCAL_PART || at != address.lastIndexOf('@')) {
            return false;
        }
        return address.substring(0, at).chars().allMatch(MailAddress::isLocalCharacter)
                && isDomain(address.substring(at + 1));
    }

    private static boolean isLocalCharacter(int c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || "!#$%&'*+-/=?^_`{|}~.".indexOf(c) >= 0;
    }

    private static boolean isDomain(String domain) {
        String[] labels = domain.split("\\.", -1);
        if (labels.length < 2) {
            return false;
        }
        for (String label : labels) {
            boolean fits = !label.isEmpty()
                    && label.length() <= MAX_LABEL
                    && !label.startsWith("-")
                    && !label.endsWith("-")
                    && label.chars()
                            .allMatch(c -> (c >= 'a' && c <= 'z')
                                    || (c >= 'A' && c <= 'Z')
                                    || (c >= '0' && c <= '9')
                                    || c == '-');
            if (!fits) {
                return false;
            }
        }
        return true;
    }
}
