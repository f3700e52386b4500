package jp.tsunagi.gateway.proxy;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import jp.tsunagi.platform.listener.ClientNetwork;

/**
 * Limits the requests of one source that have begun and are not answered. Rate limits do not see them: a request that
 * never ends is only one.
 */
final class OpenRequests {

    private final int most;
    private final Map<String, Integer> bySource = new ConcurrentHashMap<>();

    OpenRequests(int most) {
        this.most = most;
    }

    /** False if the source has too many already; otherwise {@link #end} must follow. */
    boolean begin(String source) {
        if (bySource.merge(ClientNetwork.of(source), 1, Integer::sum) <= most) {
            return true;
        }
        end(source);
        return false;
    }

    void end(String source) {
        bySource.computeIfPresent(ClientNetwork.of(source), (_, n) -> n == 1 ? null : n - 1);
    }
}
