package jp.tsunagi.gateway.site;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.stream.Stream;
import jp.tsunagi.gateway.Backend;

/** Lists the OpenAPI documents of the services in the form that Swagger UI loads by {@code configUrl}. */
@Path("/openapi.json")
@PermitAll
class ApiDocumentsResource {

    record Document(String name, String url) {}

    record Documents(List<Document> urls) {}

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Documents list() {
        return new Documents(Stream.of(Backend.values())
                .map(backend -> new Document(backend.id(), backend.openApi()))
                .toList());
    }
}
