package jp.tsunagi.gateway.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jp.tsunagi.gateway.proxy.Routes.Session;
import jp.tsunagi.testing.Requirement;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoutesTest {

    @ParameterizedTest
    @CsvSource({
        "/consult, INTAKE, IGNORED",
        "/consult/check, INTAKE, IGNORED",
        "/box, INTAKE, IGNORED",
        "/v1/mailbox, INTAKE, IGNORED",
        "/v1/consultations, INTAKE, IF_ANY",
        "/v1/consultations/1/answers, INTAKE, IF_ANY",
        "/desk/queue, INTAKE, NEEDED",
        "/v1/referrals, REFERRAL, IF_ANY",
        "/v1/referrals:check, REFERRAL, IF_ANY",
        "/v1/referrals/1/accept, REFERRAL, IF_ANY",
        "/v1/directory:import, REFERRAL, IF_ANY",
        "/v1/meta/state-machine, REFERRAL, IF_ANY",
        "/help/talk, REFERRAL, IGNORED",
        "/agency/choose, REFERRAL, NEEDED",
        "/directory/SIA_HIBO, REFERRAL, IF_ANY",
        "/partner, REFERRAL, NEEDED",
        "/openapi/council.json, COUNCIL, IGNORED",
        "/council, COUNCIL, IF_ANY",
        "/council/topics/1, COUNCIL, IF_ANY",
        "/council/admin, COUNCIL, NEEDED",
        "/council/admin/topics/1, COUNCIL, NEEDED",
        "/council/admin/routing-guides/1, COUNCIL, NEEDED",
        "/v1/routing-guides/1/adopt, COUNCIL, IF_ANY",
        "/v1/providers/x/confirm, INTAKE, IF_ANY",
        "/v1/provider-directory, INTAKE, IF_ANY",
        "/v1/statistics, COUNCIL, IF_ANY"
    })
    void aPathLeadsToTheServiceThatOwnsIt(String path, String service, Session session) {
        var route = Routes.find(path).orElseThrow();
        assertEquals(service, route.backend().orElseThrow().name());
        assertEquals(session, route.session());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/developers",
                "/openapi.json",
                "/lang",
                "/a11y",
                "/signed-in",
                "/assets/tsunagi.css",
                "/auth/login"
            })
    void theGatewayServesItsOwnPages(String path) {
        assertTrue(Routes.find(path).orElseThrow().backend().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/desks", "/consultx", "/v1", "/v1/users", "/q/openapi", "/q/metrics", "/q/dev", "/favicon.ico"})
    @Requirement({"R4.4", "R13.3"})
    void whatIsNotListedDoesNotExist(String path) {
        assertTrue(Routes.find(path).isEmpty());
    }
}
