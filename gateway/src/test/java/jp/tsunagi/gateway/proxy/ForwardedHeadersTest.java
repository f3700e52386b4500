package jp.tsunagi.gateway.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.MultiMap;
import jp.tsunagi.testing.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Requirement("R4.2")
class ForwardedHeadersTest {

    private final MultiMap headers = MultiMap.caseInsensitiveMultiMap();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Forwarded",
                "X-Forwarded-Host",
                "X-Forwarded-Proto",
                "x-forwarded-prefix",
                "X-Real-IP",
                "X-User",
                "X-User-Roles",
                "X-Remote-User",
                "X-HTTP-Method-Override",
                "X-Original-URL",
                "x_forwarded_for"
            })
    void nobodyOutsideSaysWhoTheyAre(String name) {
        headers.set(name, "198.51.100.9");
        ForwardedHeaders.replace(headers, "192.0.2.1");
        assertFalse(headers.contains(name));
    }

    @Test
    void theAddressIsTheOneWeSee() {
        headers.add("X-Forwarded-For", "198.51.100.9").add("X-Forwarded-For", "203.0.113.1");
        ForwardedHeaders.replace(headers, "192.0.2.1");
        assertEquals(java.util.List.of("192.0.2.1"), headers.getAll("X-Forwarded-For"));
    }

    @Test
    void whatServicesNeedPasses() {
        headers.set("Authorization", "Bearer x").set("If-Match", "\"1\"").set("Acting-Agency", "SIA");
        headers.set("Idempotency-Key", "k").set("Confirmation-Code", "c").set("Accept-Language", "en");
        ForwardedHeaders.replace(headers, "192.0.2.1");
        assertEquals("Bearer x", headers.get("Authorization"));
        assertEquals("SIA", headers.get("Acting-Agency"));
        assertEquals("k", headers.get("Idempotency-Key"));
        assertEquals("c", headers.get("Confirmation-Code"));
    }

    @Test
    void aGoodRequestIdIsKept() {
        headers.set("X-Request-Id", "agency-2026-0001");
        ForwardedHeaders.replace(headers, "192.0.2.1");
        assertEquals("agency-2026-0001", headers.get("X-Request-Id"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "has space in it", "<script>alert(1)</script>", "相談相談相談相談"})
    @Requirement("R1.11")
    void aBadRequestIdIsReplaced(String given) {
        headers.set("X-Request-Id", given);
        ForwardedHeaders.replace(headers, "192.0.2.1");
        assertTrue(headers.get("X-Request-Id").matches("[0-9a-f-]{36}"));
    }

    @Test
    void onlyLanguageAndMailboxCookiesPass() {
        headers.add("Cookie", "q_session=secret; lang=en; langx=1").add("Cookie", "box=b=1; theirs=2");
        ForwardedHeaders.keepAllowedCookies(headers);
        assertEquals("lang=en; box=b=1", headers.get("Cookie"));
    }

    @Test
    void noCookiesIsNoHeader() {
        headers.add("Cookie", "q_session=secret");
        ForwardedHeaders.keepAllowedCookies(headers);
        assertNull(headers.get("Cookie"));
    }
}
