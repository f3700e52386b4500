package jp.tsunagi.local.mail;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;

/** Takes every mail the platform sends and delivers none: they are read on a web page. {@code MailServer SMTP WEB} */
public final class MailServer {
    /** Mails are kept in memory, and a forgotten stack must not eat the machine. */
    static final int KEPT = 500;

    private final GreenMail mails;
    private final HttpServer web;

    private MailServer(GreenMail mails, HttpServer web) {
        this.mails = mails;
        this.web = web;
    }

    static MailServer open(int smtpPort, int webPort) throws IOException {
        var mails = new GreenMail(new ServerSetup(smtpPort, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mails.start();
        var web = HttpServer.create(new InetSocketAddress("127.0.0.1", webPort), 0);
        var server = new MailServer(mails, web);
        web.createContext("/", server::show);
        web.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        web.start();
        return server;
    }

    public static void main(String[] arguments) throws IOException {
        var server = open(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]));
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "mail-end"));
        System.out.println("Mail is ready.");
    }

    void close() {
        web.stop(0);
        mails.stop();
        System.out.println("Mail has stopped in good order.");
    }

    private void show(HttpExchange exchange) throws IOException {
        try (exchange) {
            var known = exchange.getRequestURI().getPath().equals("/");
            var readable = exchange.getRequestMethod().equals("GET");
            var page = known && readable ? page() : "Only GET / is here.";
            var bytes = page.getBytes(StandardCharsets.UTF_8);
            var headers = exchange.getResponseHeaders();
            headers.set("Content-Type", (known && readable ? "text/html" : "text/plain") + "; charset=utf-8");
            headers.set(
                    "Content-Security-Policy", "default-src 'none'; style-src 'sha256-" + InboxPage.STYLE_HASH + "'");
            headers.set("X-Content-Type-Options", "nosniff");
            headers.set("Cache-Control", "no-store");
            exchange.sendResponseHeaders(known ? readable ? 200 : 405 : 404, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private String page() throws IOException {
        try {
            var all = mails.getReceivedMessages();
            if (all.length > KEPT) {
                mails.purgeEmailFromAllMailboxes();
            }
            return InboxPage.of(all);
        } catch (MessagingException | FolderException e) {
            throw new IOException(e);
        }
    }
}
