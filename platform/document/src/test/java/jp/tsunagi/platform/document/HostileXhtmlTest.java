package jp.tsunagi.platform.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;

class HostileXhtmlTest {

    private final AtomicInteger hits = new AtomicInteger();
    private HttpServer server;

    @TempDir
    Path folder;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            hits.incrementAndGet();
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<img src=\"ADDRESS\" alt=\"\"/>",
                "<object data=\"ADDRESS\"/>",
                "<svg xmlns=\"http://www.w3.org/2000/svg\"><image href=\"ADDRESS\"/></svg>",
                "<iframe src=\"ADDRESS\"/>",
                "<link rel=\"stylesheet\" href=\"ADDRESS\"/>",
                "<style>@import url(ADDRESS);</style>",
                "<p style=\"background: url(ADDRESS)\">a</p>",
                "<ul style=\"list-style-image: url(ADDRESS)\"><li>a</li></ul>",
                "<?xml-stylesheet href=\"ADDRESS\" type=\"text/css\"?><p>a</p>",
                "<a href=\"ADDRESS\">a</a>",
                "<a href=\"javascript:app.alert(1)\">a</a>",
                "<p onclick=\"a()\">a</p>",
                "<script>app.alert(1)</script>",
                "<script src=\"ADDRESS\"/>",
                "<form action=\"ADDRESS\"><input name=\"a\"/></form>",
                "<x:p xmlns:x=\"http://www.w3.org/1999/xhtml\">a</x:p>",
                "<table><tr><td colspan=\"1000000000\">a</td></tr></table>",
                "<table><tr><td rowspan=\"2\">a</td></tr></table>",
                "<table><tr><td colspan=\"０\">a</td></tr></table>",
                "<table><tr><td colspan=\"\">a</td></tr></table>",
                "<li>a</li>",
                "<ul>a<li>a</li></ul>",
                "<ul><p>a</p></ul>",
                "<table><td>a</td></table>",
                "<p><title>a</title></p>",
                "<h2>a</h2>",
                "<h1>a</h1><section><h3>a</h3></section>",
                "<p>&nbsp;</p>",
                "<p>&#x0;</p>",
                "<p>\uD800</p>",
                "<p>",
            })
    void whatIsNotListedIsRefused(String body) {
        String page = Letters.of(body.replace("ADDRESS", address()));

        assertThrows(IllegalArgumentException.class, () -> PdfDocument.render(page));
        assertEquals(0, hits.get());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE html SYSTEM \"ADDRESS\">",
                "<!DOCTYPE html [<!ENTITY secret SYSTEM \"ADDRESS\">]>",
                "<!DOCTYPE html [<!ENTITY secret SYSTEM \"FILE\">]>",
                "<!DOCTYPE html [<!ENTITY % outer SYSTEM \"ADDRESS\"> %outer;]>",
                "<?xml-stylesheet href=\"ADDRESS\" type=\"text/css\"?>",
            })
    void aDocumentTypeIsRefused(String prolog) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "secret");
        String page = prolog.replace("ADDRESS", address())
                        .replace("FILE", secret.toUri().toString())
                + Letters.of("<p>" + (prolog.contains("secret") ? "&secret;" : "a") + "</p>");

        assertThrows(IllegalArgumentException.class, () -> PdfDocument.render(page));
        assertEquals(0, hits.get());
    }

    @Test
    void entitiesThatGrowAreRefused() {
        StringBuilder laughs = new StringBuilder("<!DOCTYPE html [<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 30; i++) {
            laughs.append("<!ENTITY a%d \"&a%d;&a%d;\">".formatted(i, i - 1, i - 1));
        }
        String page = laughs.append("]>") + Letters.of("<p>&a29;</p>");

        assertThrows(IllegalArgumentException.class, () -> PdfDocument.render(page));
    }

    @Test
    void depthAndLengthAreLimited() {
        String deep = Letters.of("<div>".repeat(10_000) + "</div>".repeat(10_000));
        String longText = Letters.of("<p>" + "a".repeat(Xhtml.LONGEST) + "</p>");

        assertThrows(IllegalArgumentException.class, () -> PdfDocument.render(deep));
        assertThrows(IllegalArgumentException.class, () -> PdfDocument.render(longText));
    }

    @Test
    void anEmptyDocumentAndOneLongWordAreDocuments() {
        assertTrue(PdfDocument.render(Letters.of("")).length > 0);
        assertTrue(PdfDocument.render(Letters.of("<p>" + "a".repeat(Xhtml.LONGEST - 1000) + "</p>")).length > 0);
    }

    @Test
    void aDocumentHasATitle() {
        assertThrows(
                IllegalArgumentException.class,
                () -> PdfDocument.render("<html lang=\"ja\"><head><title> </title></head><body/></html>"));
        assertThrows(IllegalArgumentException.class, () -> PdfDocument.render("<html lang=\"ja\"><body/></html>"));
        assertThrows(IllegalArgumentException.class, () -> PdfDocument.render("<p>a</p>"));
    }

    /** Were the list of elements wrong, the library would still be closed. */
    @Test
    void theLibraryFetchesNothingEither() throws Exception {
        String open = Letters.of("""
                <style>@import url("ADDRESS"); @font-face { font-family: x; src: url("ADDRESS"); }
                p { font-family: x; background: url("ADDRESS"); }</style>
                <ul style="list-style-image: url(ADDRESS)"><li>a</li></ul>
                <img src="ADDRESS" alt="a"/><img src="FILE" alt="a"/><img src="data:image/png;base64,aa" alt="a"/>
                <object data="ADDRESS"><p>a</p></object>
                """)
                .replace(
                        "<head>",
                        "<?xml-stylesheet href=\"ADDRESS\" type=\"text/css\"?><head>"
                                + "<link rel=\"stylesheet\" href=\"ADDRESS\" type=\"text/css\"/>");
        Path secret = Files.writeString(folder.resolve("secret"), "secret");
        String page = open.replace("ADDRESS", address())
                .replace("FILE", secret.toUri().toString());
        Document unchecked = DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(page.getBytes(StandardCharsets.UTF_8)));

        byte[] pdf = PdfDocument.render(unchecked);

        assertEquals(0, hits.get());
        assertTrue(pdf.length > 0);
    }

    private String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/a.png";
    }
}
