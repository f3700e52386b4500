package jp.tsunagi.platform.listener;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/**
 * How long a client may take and how many connections it may have. The defaults are for a service behind the gateway,
 * where all connections come from one address.
 */
@ConfigMapping(prefix = "tsunagi.listener")
public interface ListenerSettings {

    /** Value of Strict-Transport-Security (HSTS): a year. */
    String STRICT_TRANSPORT = "max-age=31536000; includeSubDomains";

    /** Whether browsers come by https, which a load balancer ends. */
    @WithDefault("false")
    boolean https();

    /** From the opening of a connection to the end of its first request header. A browser needs one round trip. */
    @WithDefault("10s")
    Duration header();

    /** From the header to the end of the body. The gateway answers with a sentence before, after its own deadline. */
    @WithDefault("15s")
    Duration body();

    /** From the whole request to the last byte of the answer that the client has taken. */
    @WithDefault("60s")
    Duration answer();

    /** From an answer to the end of the next request header, whether the client is silent or sends byte after byte. */
    @WithDefault("60s")
    Duration keepAlive();

    /**
     * Requests whose body has begun and not ended. The framework reads a form on one of its 200 threads, so as many forms
     * that do not go on would stop the service. The gateway sends bodies that it has whole, over 64 connections.
     */
    @WithDefault("100")
    int bodies();

    /** Open connections in total. Each needs a file descriptor and some kilobytes; the process needs about 500 more. */
    @WithDefault("3000")
    int connections();

    /** Open connections of one address, an IPv6 /64 counting as one. */
    @WithDefault("3000")
    int connectionsPerSource();
}
