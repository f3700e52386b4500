package jp.tsunagi.intake.consultation;

import jakarta.enterprise.context.ApplicationScoped;
import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import jp.tsunagi.intake.submission.ContentUrl;
import jp.tsunagi.intake.submission.ContentUrls;
import jp.tsunagi.intake.submission.Submission;
import jp.tsunagi.platform.commit.PendingRows;
import jp.tsunagi.platform.sealing.FieldEncryption;

/**
 * What a consultation is found by although the database cannot read it: keyed hashes of each URL, of its host and of the
 * call name, each for one agency. Equal words have equal hashes: docs/decisions/0044 says what that tells.
 */
@ApplicationScoped
class SearchTerms {

    private static final int MAX_TYPED = 2_000;

    private static final Pattern PREFIX = Pattern.compile("\\Ahttps?://(?:www\\.)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern AFTER_HOST = Pattern.compile("[:/?#].*", Pattern.DOTALL);
    private static final Pattern IGNORED_END = Pattern.compile("/?+(?:#.*)?\\z", Pattern.DOTALL);
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]");

    /** From the first to the last letter that katakana and hiragana share. */
    private static final char KATAKANA_FIRST = '\u30a1';

    private static final char KATAKANA_LAST = '\u30f6';
    private static final int TO_HIRAGANA = '\u3041' - KATAKANA_FIRST;

    private final PendingRows pending;
    private final FieldEncryption encryption;

    SearchTerms(PendingRows pending, FieldEncryption encryption) {
        this.pending = pending;
        this.encryption = encryption;
    }

    void add(UUID consultation, String agency, Submission submission) {
        Set<String> words = new LinkedHashSet<>();
        submission.urls().stream()
                .flatMap(typed -> ContentUrls.inField(typed).stream())
                .forEach(url -> {
                    words.add("url\n" + place(url));
                    words.add("host\n" + host(url));
                });
        String name = name(submission.consulter().callName());
        if (!name.isEmpty()) {
            words.add("name\n" + name);
        }
        for (String word : words) {
            SearchTermRow row = new SearchTermRow();
            row.key = new SearchTermRow.Key(consultation, hash(agency, word));
            pending.insert(row);
        }
    }

    /** The hashes of what somebody searches for: a URL, a host, or a name. */
    List<byte[]> find(String agency, String typed) {
        if (typed.length() > MAX_TYPED) {
            return List.of();
        }
        Set<String> words = new LinkedHashSet<>();
        ContentUrls.inField(typed)
                .forEach(url -> words.add(place(url).equals(host(url)) ? "host\n" + host(url) : "url\n" + place(url)));
        String name = name(typed);
        if (!name.isEmpty()) {
            words.add("name\n" + name);
        }
        return words.stream().map(word -> hash(agency, word)).toList();
    }

    private byte[] hash(String agency, String word) {
        return encryption.fingerprint("search\n" + agency + "\n" + word);
    }

    /** Where it is, however it was written: without scheme, {@code www.}, the slash at the end, and the fragment. */
    private static String place(ContentUrl url) {
        return IGNORED_END
                .matcher(PREFIX.matcher(url.canonical()).replaceFirst(""))
                .replaceFirst("");
    }

    private static String host(ContentUrl url) {
        return AFTER_HOST
                .matcher(PREFIX.matcher(url.canonical()).replaceFirst(""))
                .replaceFirst("");
    }

    /** A name however it was typed: without spaces, and katakana as hiragana. */
    private static String name(String typed) {
        String folded = SPACES.matcher(Normalizer.normalize(typed, Normalizer.Form.NFKC))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        return folded.chars()
                .map(letter -> letter >= KATAKANA_FIRST && letter <= KATAKANA_LAST ? letter + TO_HIRAGANA : letter)
                .collect(StringBuilder::new, (built, letter) -> built.append((char) letter), StringBuilder::append)
                .toString();
    }
}
