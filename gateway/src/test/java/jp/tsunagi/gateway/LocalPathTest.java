package jp.tsunagi.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jp.tsunagi.testing.Requirement;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalPathTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/consult",
                "/desk/case/0199c0de-0000-7000-8000-000000000001",
                "/v1/referrals:check",
                "/v1/directory:import",
                "/assets/tsunagi.css",
                "/council/topics/%E7%B4%84",
                "/..well-known",
                "/a...b"
            })
    void aPlainPathIsReadAlikeByEverybody(String path) {
        assertTrue(LocalPath.isPlain(path));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*",
                "consult",
                "//",
                "/desk//queue",
                "//evil.example/",
                "/consult;x=1",
                "/consult%3Bx",
                "/consult%3bx",
                "/desk%2Fqueue",
                "/desk%2fqueue",
                "/desk\\queue",
                "/desk%5Cqueue",
                "/desk%5cqueue",
                "/desk%00",
                "/consult/../desk",
                "/consult/..",
                "/./desk",
                "/consult/.",
                "/consult/%2e%2e/desk",
                "/consult/%2E./desk",
                "/consult/.%2e",
                "/desk%252Fqueue",
                "/desk%",
                "/desk%zz",
                "/desk\u0000",
                "/desk queue",
                "/相談",
                "http://evil.example/"
            })
    @Requirement({"R1.1", "R4.4"})
    void anAmbiguousPathIsRefused(String path) {
        assertFalse(LocalPath.isPlain(path));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/desk/queue", "/partner?status=received&to=%2Fx", "/council?x=/a/b"})
    void aPlaceOnThisSiteIsGoneTo(String wanted) {
        assertEquals(wanted, LocalPath.orElse(wanted, "/"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "//evil.example",
                "/\\evil.example",
                "\\/evil.example",
                "/%5cevil.example",
                "javascript:alert(1)",
                " /desk",
                "/desk\r\nSet-Cookie: a=b",
                "/desk?x=\r\nSet-Cookie: a=b",
                "/desk?x#//evil.example",
                "",
                "desk"
            })
    void anyOtherPlaceIsNot(String wanted) {
        assertEquals("/", LocalPath.orElse(wanted, "/"));
    }

    @ParameterizedTest
    @ValueSource(ints = {2001, 100_000})
    void aVeryLongPlaceIsNot(int length) {
        assertEquals("/", LocalPath.orElse("/" + "a".repeat(length), "/"));
    }
}
