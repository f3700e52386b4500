package jp.tsunagi.local.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Properties;
import jp.tsunagi.platform.infrastructure.FreePort;
import org.junit.jupiter.api.Test;

class MailServerTest {
    @Test
    void mailsAreReadNewestFirstAndNothingInThemIsMarkup() throws Exception {
        var smtp = FreePort.next();
        var web = FreePort.next();
        var server = MailServer.open(smtp, web);
        try {
            send(smtp, "一通目");
            send(smtp, "二通目 <script>alert(1)</script>");

            var page = get("http://127.0.0.1:" + web + "/");

            assertEquals(200, page.statusCode());
            assertTrue(page.body().indexOf("二通目") < page.body().indexOf("一通目"));
            assertTrue(page.body().contains("&lt;script&gt;"));
            assertFalse(page.body().contains("<script>"));
            assertEquals(404, get("http://127.0.0.1:" + web + "/elsewhere").statusCode());
        } finally {
            server.close();
        }
    }

    private static HttpResponse<String> get(String url) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    private static void send(int port, String subject) throws Exception {
        var properties = new Properties();
        properties.setProperty("mail.smtp.host", "127.0.0.1");
        properties.setProperty("mail.smtp.port", Integer.toString(port));
        var mail = new MimeMessage(Session.getInstance(properties));
        mail.setFrom(new InternetAddress("noreply@tsunagi.invalid"));
        mail.setRecipient(Message.RecipientType.TO, new InternetAddress("someone@example.com"));
        mail.setSubject(subject, "UTF-8");
        mail.setText("お知らせがあります。", "UTF-8");
        Transport.send(mail);
    }
}
