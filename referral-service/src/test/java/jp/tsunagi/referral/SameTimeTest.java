package jp.tsunagi.referral;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
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
    void aReferralBetweenOtherAgenciesAndNone() {
        ReferralClient.importDirectory();
        String foreign = ReferralClient.send("SIA_HIBO");

        double ratio =
                ResponseTimes.ratio(404, 400, List.of(_ -> asTokyo(foreign), _ -> asTokyo(ReferralClient.fresh())));

        assertTrue(ratio < 1.25, "ratio of the medians: " + ratio);
    }

    private HttpRequest asTokyo(String id) {
        return HttpRequest.newBuilder(service.resolve("/v1/referrals/" + id))
                .header("Authorization", "Bearer " + ReferralClient.tokyo())
                .build();
    }
}
