package jp.tsunagi.testing.fuzz;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Does everything that the fuzzer must find. */
@Path("/v1/leaks")
class LeakyResource {

    private static final Logger LOG = Logger.getLogger(LeakyResource.class);

    /** @param secret not in the document */
    record Leak(
            String text,

            @Schema(hidden = true) @JsonInclude(JsonInclude.Include.NON_EMPTY)
            String secret) {}

    @GET
    @Operation(summary = "Does what it must not")
    @PermitAll
    public RestResponse<Leak> leak(@QueryParam("text") @Nullable String text) {
        if (text == null || text.isBlank()) {
            return RestResponse.ok(new Leak("", ""));
        }
        if (text.contains("\0")) {
            throw new IllegalStateException("a bug");
        }
        if (text.startsWith("+")) {
            return RestResponse.status(409);
        }
        if (text.startsWith("-")) {
            return RestResponse.ok(new Leak("", "a secret"));
        }
        LOG.infof("was asked for %s", text);
        return RestResponse.ok(new Leak(text, ""));
    }
}
