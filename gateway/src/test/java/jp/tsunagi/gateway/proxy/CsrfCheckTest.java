package jp.tsunagi.gateway.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.MultiMap;
import java.net.URI;
import jp.tsunagi.testing.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Requirement("R3.4")
class CsrfCheckTest {

    private static final String OWN = "http://127.0.0.1:8080";

    private final CsrfCheck crossSite = new CsrfCheck(URI.create(OWN));

    @ParameterizedTest
    @CsvSource({
        // method, Sec-Fetch-Site, Origin, refused
        "POST, same-origin, " + OWN + ", false",
        "POST, none, , false",
        "POST, , , false",
        "POST, , " + OWN + ", false",
        "POST, cross-site, , true",
        "POST, same-site, , true",
        "POST, cross-site, https://evil.example, true",
        "POST, , https://evil.example, true",
        "POST, , null, true",
        "POST, same-origin, null, false",
        "POST, none, null, false",
        "POST, cross-site, null, true",
        "POST, , http://127.0.0.1:8081, true",
        "POST, , http://127.0.0.1:8080.evil.example, true",
        "POST, , https://127.0.0.1:8080, true",
        "POST, SAME-ORIGIN, , true",
        "PUT, cross-site, , true",
        "PATCH, cross-site, , true",
        "DELETE, cross-site, , true",
        "GET, cross-site, https://evil.example, false",
        "HEAD, cross-site, , false"
    })
    void anUnsafeRequestFromElsewhereIsRefused(String method, String site, String origin, boolean refused) {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap();
        if (site != null) {
            headers.set("Sec-Fetch-Site", site);
        }
        if (origin != null) {
            headers.set("Origin", origin);
        }
        assertEquals(refused, crossSite.refuses(method, "/desk/case/1", headers));
    }

    @Test
    void anOldPhoneMaySendAConsultation() {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap().add("Origin", "null");
        assertEquals(false, crossSite.refuses("POST", "/consult/check", headers));
        assertEquals(false, crossSite.refuses("POST", "/box", headers));
        assertEquals(true, crossSite.refuses("POST", "/v1/consultations", headers));
        headers.add("Sec-Fetch-Site", "cross-site");
        assertEquals(true, crossSite.refuses("POST", "/consult/check", headers));
    }

    @Test
    void aSecondHeaderCannotHideTheFirst() {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap().add("Origin", OWN).add("Origin", "https://evil.example");
        assertEquals(true, crossSite.refuses("POST", "/consult", headers));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/auth/logout", "/agency", "/box/quit"})
    @Requirement("F12")
    void anotherSiteCannotOpenWhatChangesSomething(String path) {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap().add("Sec-Fetch-Site", "cross-site");
        assertEquals(true, crossSite.refuses("GET", path, headers));
        assertEquals(true, crossSite.refuses("HEAD", path, headers));
        // A link on our own pages, an address that was typed, and a browser that does not say.
        assertEquals(false, crossSite.refuses("GET", path, headers.set("Sec-Fetch-Site", "same-origin")));
        assertEquals(false, crossSite.refuses("GET", path, headers.set("Sec-Fetch-Site", "none")));
        assertEquals(false, crossSite.refuses("GET", path, headers.remove("Sec-Fetch-Site")));
    }

    @ParameterizedTest
    @CsvSource({
        "https://tsunagi.example, https://tsunagi.example",
        "https://tsunagi.example:443/, https://tsunagi.example",
        "HTTPS://Tsunagi.Example:8443/x, https://tsunagi.example:8443"
    })
    void anOriginIsWrittenAsBrowsersDo(URI url, String origin) {
        assertEquals(origin, CsrfCheck.origin(url));
    }
}
