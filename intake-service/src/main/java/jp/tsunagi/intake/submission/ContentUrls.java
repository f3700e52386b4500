package jp.tsunagi.intake.submission;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the places of the content in what people paste: several lines, full-width letters, URLs glued to Japanese text. */
public final class ContentUrls {

    /** Of one submission. */
    public static final int MAX_COUNT = 50;

    /** Ends a URL even where nobody typed a space: 「…/101、https://…」, 「…utm_source=tw（これも同じ）」. */
    private static final String DELIMITERS = "、。，；「」『』（）【】［］｛｝〔〕〈〉《》＜＞＂｀…";

    /** A host without scheme must be followed by a slash in free text, or every abbreviation would be a URL. */
    private static final Pattern IN_TEXT = Pattern.compile(
            "(?i)(?:https?://|(?<![a-z0-9@._/-])(?:[a-z0-9-]{1,63}+\\.){1,9}+[a-z]{2,24}/)[!#-;=?-_a-~]*");

    /** A field for URLs may also hold addresses with Japanese in the path, or a bare host. */
    private static final Pattern IN_FIELD = Pattern.compile(
            "(?i)(?:https?://|(?<![a-z0-9@._/:-])(?:[a-z0-9-]{1,63}+\\.){1,9}+[a-z]{2,24}(?![a-z0-9@.-]))[^\\s\\p{Cntrl}<>\"`"
                    + Pattern.quote(DELIMITERS) + "]*");

    private ContentUrls() {}

    /** Every URL in a consultation's text, in order, once each. */
    public static List<ContentUrl> inText(String text) {
        return find(IN_TEXT, text);
    }

    /** Every URL in one line or one paste of the form's URL field. */
    public static List<ContentUrl> inField(String typed) {
        return find(IN_FIELD, typed);
    }

    /** Both lists together; of two that name the same place the first one typed stays. */
    public static List<ContentUrl> merged(List<ContentUrl> first, List<ContentUrl> second) {
        Map<String, ContentUrl> byPlace = new LinkedHashMap<>();
        first.forEach(url -> byPlace.putIfAbsent(url.canonical(), url));
        second.forEach(url -> byPlace.putIfAbsent(url.canonical(), url));
        return List.copyOf(byPlace.values());
    }

    private static List<ContentUrl> find(Pattern pattern, String typed) {
        List<ContentUrl> found = new ArrayList<>();
        String folded = fold(typed);
        Matcher matcher = pattern.matcher(folded);
        while (matcher.find()) {
            String url = withoutClosing(matcher.group());
            if (hasHost(url)) {
                found.add(ContentUrl.of(typed.substring(matcher.start(), matcher.start() + url.length())));
            }
        }
        return merged(found, List.of());
    }

    /** Full-width ASCII becomes ASCII one to one, so that positions in the typed text stay the same. */
    static String fold(String typed) {
        StringBuilder folded = new StringBuilder(typed.length());
        for (int i = 0; i < typed.length(); i++) {
            char c = typed.charAt(i);
            boolean fullWidth = c >= '！' && c <= '～' && DELIMITERS.indexOf(c) < 0;
            folded.append(c == '　' ? ' ' : fullWidth ? (char) (c - '！' + '!') : c);
        }
        return folded.toString();
    }

    /** Without the full stop or closing bracket of the sentence around it. */
    private static String withoutClosing(String url) {
        int end = url.length();
        boolean hasRound = url.indexOf('(') >= 0;
        boolean hasSquare = url.indexOf('[') >= 0;
        while (end > 0) {
            char last = url.charAt(end - 1);
            boolean unopened = (last == ')' && !hasRound) || (last == ']' && !hasSquare);
            if (".,;:!?'".indexOf(last) < 0 && !unopened) {
                break;
            }
            end--;
        }
        return url.substring(0, end);
    }

    private static boolean hasHost(String url) {
        int scheme = url.indexOf("://");
        String rest = scheme < 0 ? url : url.substring(scheme + 3);
        return !rest.isEmpty() && "/?#".indexOf(rest.charAt(0)) < 0;
    }
}
