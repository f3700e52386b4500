package jp.tsunagi.local.mail;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import jp.tsunagi.local.state.TextResource;

/** The mails as a page, newest first. Everything in a mail is text here, whatever it claims to be. */
final class InboxPage {
    private static final String STYLE = "body{font:1rem/1.7 sans-serif;max-width:48rem;margin:2rem auto;padding:0 1rem}"
            + "article{border-top:1px solid #767676;padding:1rem 0}h2{font-size:1.1rem;margin:0}"
            + "pre{white-space:pre-wrap;overflow-wrap:anywhere;font:inherit}";
    static final String STYLE_HASH = hash(STYLE);

    private InboxPage() {}

    static String of(MimeMessage[] mails) throws MessagingException, IOException {
        var body = new StringBuilder();
        for (var i = mails.length - 1; i >= 0; i--) {
            body.append(article(mails[i]));
        }
        return TextResource.read("messages/inbox.html").formatted(STYLE, mails.length, body);
    }

    /** Addresses as they were written: old carrier addresses such as a..b@docomo.ne.jp are refused by a strict reader. */
    private static String article(MimeMessage mail) throws MessagingException, IOException {
        return "<article><h2>%s</h2><p>%s → %s · %s</p><pre>%s</pre></article>"
                .formatted(
                        escaped(mail.getSubject()),
                        escaped(mail.getHeader("From", ", ")),
                        escaped(mail.getHeader("To", ", ")),
                        escaped(
                                mail.getSentDate() == null
                                        ? ""
                                        : mail.getSentDate().toInstant().toString()),
                        escaped(text(mail)));
    }

    private static String text(Part part) throws MessagingException, IOException {
        if (part.getContent() instanceof Multipart many) {
            var all = new StringBuilder();
            for (var i = 0; i < many.getCount(); i++) {
                BodyPart one = many.getBodyPart(i);
                all.append(text(one)).append('\n');
            }
            return all.toString();
        }
        return part.getContent() instanceof String words ? words : "(" + part.getContentType() + ")";
    }

    static String escaped(String text) {
        return text == null
                ? ""
                : text.replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .replace(">", "&gt;")
                        .replace("\"", "&quot;");
    }

    private static String hash(String style) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-256", e);
        }
    }
}
