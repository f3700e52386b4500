package jp.tsunagi.testing;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import jp.tsunagi.platform.infrastructure.FreePort;

/** The mail server of the tests: a service sends to it by SMTP, and a test reads by POP3 what arrived. */
public final class TestMail implements AutoCloseable {

    /** The end of addresses whose mails this server takes from nobody. */
    public static final String REFUSED = "@refused.example";

    private static final String HOST = "127.0.0.1";

    /** Whose mailbox keeps what is sent to anybody; also the password. */
    private static final String EVERYBODY = "everybody";

    /** The port of POP3: a test's class may have been loaded apart from this one. */
    private static final String READING_PORT = "tsunagi.test.mail.pop3";

    private final GreenMail server;

    private TestMail(GreenMail server) {
        this.server = server;
    }

    static TestMail start() {
        var smtp = new ServerSetup(FreePort.next(), HOST, ServerSetup.PROTOCOL_SMTP);
        var pop3 = new ServerSetup(FreePort.next(), HOST, ServerSetup.PROTOCOL_POP3);
        var server = new GreenMail(new ServerSetup[] {smtp, pop3});
        server.start();
        var everybody = server.setUser(EVERYBODY, EVERYBODY);
        server.getUserManager().setMessageDeliveryHandler((_, address) -> {
            if (address.getEmail().endsWith(REFUSED)) {
                throw new MessagingException("nobody reads " + REFUSED);
            }
            return everybody;
        });
        System.setProperty(READING_PORT, String.valueOf(pop3.getPort()));
        return new TestMail(server);
    }

    String host() {
        return HOST;
    }

    int port() {
        return server.getSmtp().getPort();
    }

    @Override
    public void close() {
        server.stop();
    }

    /**
     * A mail as it arrived.
     *
     * @param source every header and the body, as they were sent
     */
    public record Letter(String subject, String text, String messageId, String source) {

        private static Letter of(Message message) throws MessagingException, IOException {
            var source = new ByteArrayOutputStream();
            message.writeTo(source);
            return new Letter(
                    message.getSubject(),
                    (String) message.getContent(),
                    message.getHeader("Message-ID")[0],
                    source.toString(StandardCharsets.UTF_8));
        }
    }

    /** What arrived for an address, the oldest first. */
    public static List<Letter> to(String address) {
        return read(inbox -> {
            List<Letter> letters = new ArrayList<>();
            for (Message message : inbox.getMessages()) {
                if (List.of(message.getHeader("To")).contains(address)) {
                    letters.add(Letter.of(message));
                }
            }
            return letters;
        });
    }

    /** How many mails arrived, for anybody. */
    public static int count() {
        return read(Folder::getMessageCount);
    }

    private interface Reading<T> {
        T of(Folder inbox) throws MessagingException, IOException;
    }

    private static <T> T read(Reading<T> reading) {
        try (Store store = Session.getInstance(new Properties()).getStore("pop3")) {
            store.connect(HOST, Integer.getInteger(READING_PORT), EVERYBODY, EVERYBODY);
            try (Folder inbox = store.getFolder("INBOX")) {
                inbox.open(Folder.READ_ONLY);
                return reading.of(inbox);
            }
        } catch (MessagingException | IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
