package jp.tsunagi.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** The mails that the stack has sent, as its mail server shows them. */
record Mails(LocalStack stack, HttpClient http) {

    Mails(LocalStack stack) {
        this(stack, HttpClient.newHttpClient());
    }

    /** Each with its subject, its addresses and its text, the newest first. */
    List<String> to(String address) {
        return all().stream().filter(mail -> mail.contains(address)).toList();
    }

    List<String> all() {
        try {
            var page = http.send(HttpRequest.newBuilder(stack.mail()).build(), HttpResponse.BodyHandlers.ofString());
            assertEquals(200, page.statusCode());
            return Arrays.stream(page.body().split("<article>")).skip(1).toList();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted");
        }
    }

    /** Waits until everything that is to be mailed about a case is on its way. */
    void areSentAbout(String consultation) {
        Eventually.isTrue("no mail about " + consultation + " is due", () -> due(UUID.fromString(consultation)) == 0);
    }

    private int due(UUID consultation) throws SQLException {
        try (var connection = stack.database("intake");
                var query = connection.prepareStatement(
                        "select count(*) from notification where consultation_id = ? and sent_at is null")) {
            query.setObject(1, consultation);
            try (var found = query.executeQuery()) {
                found.next();
                return found.getInt(1);
            }
        }
    }
}
