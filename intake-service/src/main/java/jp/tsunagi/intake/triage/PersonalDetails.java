package jp.tsunagi.intake.triage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What in a text may point to somebody: names of people, addresses, telephone numbers, postcodes, mail addresses. Found to be
 * shown and masked before a text goes to others. A name that is an everyday word as well, and one that the dictionary does
 * not know, are not found: whoever sends a text still reads it.
 */
public final class PersonalDetails {

    /** Stands for what was masked, however long it is. */
    private static final String MASK = "〇〇";

    private static final char POSTCODE_MARK = '〒';

    private static final String NAME = "名詞-固有名詞-人名";
    private static final String FAMILY_NAME = "名詞-固有名詞-人名-姓";
    private static final String TITLE = "名詞-接尾-人名";
    private static final String REGION = "名詞-固有名詞-地域";
    private static final String REGION_ENDING = "名詞-接尾-地域";
    private static final String COUNTER = "名詞-接尾-助数詞";

    private static final String PHONE_MARKS = "-()‐–—ー−. ";
    private static final String NUMBER_MARKS = "-‐–—ー−の";
    private static final String MAIL_MARKS = "._%+-";

    /** Total digits of a Japanese telephone number, the leading 0 included. */
    private static final int SHORTEST_PHONE = 10;

    private static final int LONGEST_PHONE = 11;

    private final Sentences text;
    private final List<Span> found = new ArrayList<>();

    private record Span(int start, int end) {}

    private PersonalDetails(Sentences text) {
        this.text = text;
    }

    /** The words that may point to somebody, in the order of the text. */
    public static List<String> in(String typed) {
        PersonalDetails details = of(typed);
        return details.found.stream()
                .map(one -> details.text.typed(one.start, one.end).strip())
                .distinct()
                .toList();
    }

    /** The text with each of them replaced. */
    public static String masked(String typed) {
        PersonalDetails details = of(typed);
        StringBuilder masked = new StringBuilder();
        int from = 0;
        for (Span one : details.found) {
            masked.append(typed, from, details.text.typedStart(one.start)).append(MASK);
            from = details.text.typedEnd(one.end);
        }
        return masked.append(typed, from, typed.length()).toString();
    }

    private static PersonalDetails of(String typed) {
        PersonalDetails details = new PersonalDetails(Sentences.of(typed));
        details.findNamesAndAddresses();
        details.findNumbersAndMails();
        details.join();
        return details;
    }

    private void findNamesAndAddresses() {
        List<Word> words = text.words();
        for (int i = 0; i < words.size(); i++) {
            int end = words.get(i).is(NAME) ? nameEnd(i) : addressEnd(i);
            if (end > i) {
                found.add(new Span(words.get(i).start(), words.get(end - 1).end()));
                i = end - 1;
            }
        }
    }

    /** A family name; a first name only beside one or before a title, because many are everyday words. */
    private int nameEnd(int from) {
        List<Word> words = text.words();
        int end = from;
        boolean isFamily = false;
        while (end < words.size() && words.get(end).is(NAME)) {
            isFamily |= words.get(end).is(FAMILY_NAME);
            end++;
        }
        boolean isTitled = end < words.size() && words.get(end).is(TITLE);
        return isFamily || isTitled ? end : from;
    }

    /** Places of a region one after the other, and then a number: a street or a house. */
    private int addressEnd(int from) {
        List<Word> words = text.words();
        int at = from;
        while (at < words.size() && isRegion(at)) {
            at++;
        }
        if (at == from) {
            return from;
        }
        int end = from;
        while (at < words.size() && isOfNumber(words.get(at))) {
            if (text.isNumber(words.get(at)) || words.get(at).is(COUNTER)) {
                end = at + 1;
            }
            at++;
        }
        return end;
    }

    private boolean isRegion(int at) {
        Word word = text.words().get(at);
        boolean endsRegion =
                at + 1 < text.words().size() && text.words().get(at + 1).is(REGION_ENDING);
        return word.is(REGION) || word.is(REGION_ENDING) || endsRegion && word.is("名詞");
    }

    private boolean isOfNumber(Word word) {
        return text.isNumber(word)
                || word.is(COUNTER)
                || text.letters(word).length() == 1
                        && NUMBER_MARKS.indexOf(text.letters(word).charAt(0)) >= 0;
    }

    private void findNumbersAndMails() {
        String letters = text.text();
        for (int at = 0; at < letters.length(); at++) {
            int end = at;
            if (letters.charAt(at) == '@') {
                end = addMail(at);
            } else if (isDigit(at) && (at == 0 || !isDigit(at - 1))) {
                end = Math.max(addPhone(at), addPostcode(at));
            }
            at = Math.max(at, end - 1);
        }
    }

    private int addPhone(int start) {
        String letters = text.text();
        int digits = 0;
        int end = start;
        int marks = 0;
        for (int at = start; at < letters.length() && marks <= 1 && digits <= LONGEST_PHONE; at++) {
            if (isDigit(at)) {
                digits++;
                marks = 0;
                end = at + 1;
            } else if (PHONE_MARKS.indexOf(letters.charAt(at)) >= 0) {
                marks++;
            } else {
                break;
            }
        }
        if (letters.charAt(start) != '0' || digits < SHORTEST_PHONE || digits > LONGEST_PHONE) {
            return start;
        }
        found.add(new Span(start, end));
        return end;
    }

    /** Three digits, a line, four digits. */
    private int addPostcode(int start) {
        int end = start + 8;
        if (end > text.text().length() || end < text.text().length() && isDigit(end)) {
            return start;
        }
        for (int at = start; at < end; at++) {
            if (at - start == 3 ? NUMBER_MARKS.indexOf(text.text().charAt(at)) < 0 : !isDigit(at)) {
                return start;
            }
        }
        boolean isMarked = start > 0 && text.text().charAt(start - 1) == POSTCODE_MARK;
        found.add(new Span(isMarked ? start - 1 : start, end));
        return end;
    }

    private int addMail(int at) {
        int start = at;
        while (start > 0 && isOfMail(start - 1)) {
            start--;
        }
        int end = at + 1;
        while (end < text.text().length() && isOfMail(end)) {
            end++;
        }
        if (start == at || text.text().substring(at, end).indexOf('.') < 0) {
            return at;
        }
        found.add(new Span(start, end));
        return end;
    }

    private boolean isOfMail(int at) {
        char letter = text.text().charAt(at);
        return letter < 128 && (Character.isLetterOrDigit(letter) || MAIL_MARKS.indexOf(letter) >= 0);
    }

    private boolean isDigit(int at) {
        char letter = text.text().charAt(at);
        return letter >= '0' && letter <= '9';
    }

    /** In the order of the text, each place once. */
    private void join() {
        found.sort(Comparator.comparingInt(Span::start).thenComparingInt(Span::end));
        List<Span> joined = new ArrayList<>();
        for (Span one : found) {
            if (!joined.isEmpty() && one.start < joined.getLast().end) {
                Span before = joined.removeLast();
                joined.add(new Span(before.start, Math.max(before.end, one.end)));
            } else {
                joined.add(one);
            }
        }
        found.clear();
        found.addAll(joined);
    }
}
