package jp.tsunagi.platform.listener;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What counts as one source wherever somebody is limited. */
public final class ClientNetwork {

    private ClientNetwork() {}

    /**
     * An IPv4 address itself; of an IPv6 address its first four groups, because one customer owns at least a /64.
     *
     * @param address as text, without abbreviation; null when a proxy named something that is none: all of those are one
     *     source
     */
    public static String of(@Nullable String address) {
        if (address == null) {
            return "unknown";
        }
        if (!address.contains(":")) {
            return address;
        }
        String[] groups = address.split("%", 2)[0].split("::", 2)[0].split(":");
        return String.join(":", List.of(groups).subList(0, Math.min(4, groups.length)));
    }
}
