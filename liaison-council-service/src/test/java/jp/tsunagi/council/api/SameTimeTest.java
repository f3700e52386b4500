package jp.tsunagi.council.api;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.UUID;
import jp.tsunagi.testing.RealInfrastructure;
import jp.tsunagi.testing.Requirement;
import jp.tsunagi.testing.ResponseTimes;
import org.junit.jupiter.api.Test;

/** What is answered alike is answered in the same time. */
@QuarkusTest
@WithTestResource(RealInfrastructure.class)
class SameTimeTest {

    @TestHTTPResource
    URI service;

    @Test
    @Requirement("R8.4")
    void aTopicThatIsNotPublishedAndNone() {
        String draft = TopicClient.propose("まだ出せない話").jsonPath().getString("id");

        double ratio = ResponseTimes.ratio(
                404,
                400,
                List.of(_ -> topic(draft), _ -> topic(UUID.randomUUID().toString())));

        assertTrue(ratio < 1.25, "ratio of the medians: " + ratio);
    }

    private HttpRequest topic(String id) {
        return HttpRequest.newBuilder(service.resolve("/v1/topics/" + id)).build();
    }
}
