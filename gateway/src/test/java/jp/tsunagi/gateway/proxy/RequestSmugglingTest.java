package jp.tsunagi.gateway.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import jp.tsunagi.gateway.Browser;
import jp.tsunagi.gateway.GatewayTestResource;
import jp.tsunagi.testing.Requirement;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two readers of one connection may not disagree about where a request ends. */
@QuarkusTest
@WithTestResource(GatewayTestResource.class)
class RequestSmugglingTest {

    @TestHTTPResource
    URI site;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n",
                "Transfer-Encoding: identity\r\nContent-Length: 4\r\n",
                "Transfer-Encoding: xchunked\r\n",
                "Transfer-Encoding : chunked\r\n",
                "Content-Length: 4\r\nContent-Length: 5\r\n",
                "Content-Length: +4\r\n",
                "Content-Length: -4\r\n",
                "Content-Length : 4\r\n",
                "X: y\0\r\n"
            })
    @Requirement("R4.6")
    void noRequestHidesAnotherOne(String framing) {
        String hidden = "GET /a11y HTTP/1.1\r\nHost: x\r\nX-Request-Id: hidden-request\r\n\r\n";

        String answers = new Browser(site)
                .raw("POST /consult HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                        + framing + "\r\n0\r\n\r\n" + hidden);

        assertTrue(answers.startsWith("HTTP/1.1 400"), answers);
        assertEquals(1, answers.split("HTTP/1.1 ", -1).length - 1, answers);
        assertFalse(answers.contains("hidden-request"), answers);
    }
}
