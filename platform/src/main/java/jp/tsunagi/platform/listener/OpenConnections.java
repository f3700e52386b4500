package jp.tsunagi.platform.listener;

import io.netty.channel.Channel;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The open connections of a process. When there are too many, the one that has kept us waiting for the longest time
 * makes room. So whoever opens many and says nothing loses their own, and a client that sends its request at once is
 * served even while thousands are silent, from the same school or office, too.
 */
final class OpenConnections {

    private final Map<Channel, String> sources = new HashMap<>();
    private final Map<String, Integer> count = new HashMap<>();

    /** Connections whose client has to send something, the longest wait first. */
    private final Set<Channel> awaited = new LinkedHashSet<>();

    /** Of these, the ones in the midst of a body, the longest first. */
    private final Set<Channel> receiving = new LinkedHashSet<>();

    /** Adds a connection and returns the one to close for it: another one that waits, or itself if all are at work. */
    synchronized Optional<Channel> add(Channel connection, int most, int mostOfOneSource) {
        String source = source(connection);
        Optional<Channel> surplus = Optional.empty();
        if (count.getOrDefault(source, 0) >= mostOfOneSource) {
            surplus = Optional.of(longestAwaited(source).orElse(connection));
        } else if (sources.size() >= most) {
            surplus = Optional.of(awaited.stream().findFirst().orElse(connection));
        }
        surplus.ifPresent(this::remove);
        if (!surplus.equals(Optional.of(connection))) {
            sources.put(connection, source);
            count.merge(source, 1, Integer::sum);
            awaited.add(connection);
        }
        return surplus;
    }

    /** The client has to send the body; returns the connection to close when too many are about to. */
    synchronized Optional<Channel> receive(Channel connection, int most) {
        if (sources.containsKey(connection)) {
            receiving.add(connection);
        }
        Optional<Channel> surplus = receiving.size() > most ? receiving.stream().findFirst() : Optional.empty();
        surplus.ifPresent(this::remove);
        return surplus;
    }

    /** The client has to send something: a header or the rest of a body. */
    synchronized void await(Channel connection) {
        work(connection);
        if (sources.containsKey(connection)) {
            awaited.add(connection);
        }
    }

    /** It is on us to answer. */
    synchronized void work(Channel connection) {
        awaited.remove(connection);
        receiving.remove(connection);
    }

    synchronized void remove(Channel connection) {
        work(connection);
        String source = sources.remove(connection);
        if (source != null) {
            count.computeIfPresent(source, (_, n) -> n == 1 ? null : n - 1);
        }
    }

    synchronized int size() {
        return sources.size();
    }

    private Optional<Channel> longestAwaited(String source) {
        return awaited.stream()
                .filter(connection -> source.equals(sources.get(connection)))
                .findFirst();
    }

    private static String source(Channel connection) {
        if (!(connection.remoteAddress() instanceof InetSocketAddress remote) || remote.getAddress() == null) {
            return "";
        }
        return ClientNetwork.of(remote.getAddress().getHostAddress());
    }
}
