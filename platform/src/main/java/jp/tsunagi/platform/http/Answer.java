package jp.tsunagi.platform.http;

import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a request that changed something: what idempotency stores, and what a repeat of the request gets again.
 *
 * @param body null when the answer has none
 * @param location address of what was created, or where a browser goes next; null when there is none
 * @param etag entity tag of the version reached; null when there is none
 * @param isReplayed whether this is the stored answer of an earlier, equal request
 */
public record Answer<T>(
        int status,
        @Nullable T body,
        @Nullable String location,
        @Nullable String etag,
        boolean isReplayed) {

    /** Tells a caller that the answer was stored earlier and nothing happened again. */
    public static final String REPLAYED = "Idempotent-Replayed";

    public static <T> Answer<T> created(T body, String location, long version) {
        return new Answer<>(201, body, location, Version.etag(version), false);
    }

    /** Created, but with no address of its own. */
    public static <T> Answer<T> created(T body) {
        return new Answer<>(201, body, null, null, false);
    }

    public static <T> Answer<T> created(T body, long version) {
        return new Answer<>(201, body, null, Version.etag(version), false);
    }

    /** Recorded; what was asked happens later. */
    public static <T> Answer<T> accepted(T body) {
        return new Answer<>(202, body, null, null, false);
    }

    /** The answer about something that has no version. */
    public static <T> Answer<T> ok(T body) {
        return new Answer<>(200, body, null, null, false);
    }

    public static <T> Answer<T> ok(T body, long version) {
        return new Answer<>(200, body, null, Version.etag(version), false);
    }

    /** A form was taken in; the browser goes on to the given address. */
    public static <T> Answer<T> seeOther(String location) {
        return new Answer<>(303, null, location, null, false);
    }

    public static <T> Answer<T> noContent() {
        return new Answer<>(204, null, null, null, false);
    }

    public RestResponse<T> toResponse() {
        ResponseBuilder<T> response = ResponseBuilder.create(RestResponse.Status.fromStatusCode(status), body);
        if (body != null) {
            response.type(MediaType.APPLICATION_JSON_TYPE);
        }
        if (location != null) {
            response.header("Location", location);
        }
        if (etag != null) {
            response.header("ETag", etag);
        }
        if (isReplayed) {
            response.header(REPLAYED, "true");
        }
        return response.build();
    }
}
