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

    private static final PendingRows.Kind ROW = new PendingRows.Kind(
            "found_by", "insert into search_term (consultation_id, term) values ", "(?, ?)", " on conflict do nothing");

    private static final Pattern PREFIX = Pattern.compile("\\Ahttps?://(?:www\\.)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern AFTER_HOST = Pattern.compile("[:/?#].*", Pattern.DOTALL);
    private static final Pattern IGNORED_END = Pattern.compile("/?+(?:#(?![/!]).*)?\\z", Pattern.DOTALL);
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
        String name = name(submission.consulter().callName());
        if (!name.isEmpty()) {
            words.add("name\n" + name);
        }
        words.addAll(words(submission.urls()));
        add(consultation, agency, words);
    }

    /** Places that were named later. */
    void add(UUID consultation, String agency, List<ContentUrl> urls) {
        add(consultation, agency, words(urls));
    }

    private void add(UUID consultation, String agency, Set<String> words) {
        words.forEach(word -> pending.add(ROW, consultation, hash(agency, word)));
    }

    /** The hash by which other cases about the same place are found. */
    byte[] sameTarget(String agency, ContentUrl url) {
        return hash(agency, "url\n" + place(url));
    }

    private static Set<String> words(List<ContentUrl> urls) {
        Set<String> words = new LinkedHashSet<>();
        urls.forEach(url -> {
            words.add("url\n" + place(url));
            words.add("host\n" + host(url));
        });
        return words;
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

    /**
     * Where it is, however it was written: without scheme, {@code www.}, the slash at the end, and the fragment unless it
     * is the way to a page of its own ({@code #/post/1}).
     */
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
