package jp.tsunagi.bench;

import io.vertx.core.http.HttpMethod;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One request. */
record Call(
        HttpMethod method,
        String path,
        Map<String, String> headers,
        @Nullable String body) {

    static Call get(String path, String token) {
        return new Call(HttpMethod.GET, path, Map.of("Authorization", "Bearer " + token), null);
    }

    static Call post(String path, Map<String, String> headers, String body) {
        return new Call(HttpMethod.POST, path, headers, body);
    }
}
