package jp.tsunagi.council.publication;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.tsunagi.council.CouncilProblem;
import jp.tsunagi.platform.problem.Violations;

/**
 * Looks for a person's traces in a text that is about to be published: numbers, addresses and accounts that a machine
 * can recognise, and what looks like a name. It misses some and suspects others wrongly; a second person reads each
 * finding and the whole text.
 */
public final class PersonalDataScan {

    /** What people put between digits, also at the end of a line. */
    private static final String GAP = "[-\\s.,・_/()]{0,3}";

    private static final String HAN = "[\\p{IsHan}々]";
    private static final String KATAKANA = "[\\p{IsKatakana}ー]";
    private static final String NUMBER = "[0-9十百千]{1,8}+";

    /** A run of letters before a form of address that is no name. */
    private static final Set<String> NOBODY = wordsOf("no-names.txt").collect(toUnmodifiableSet());

    private enum Trace {
        MAIL(
                CouncilProblem.MAIL_ADDRESS,
                "(?i)[\\w.!#$%&'*+/=?^`{|}~-]{1,64}+\\s?(?:@|[\\[(<]at[\\])>]|アットマーク|あっとまーく)\\s?"
                        + "[\\w-]++(?:\\s?(?:\\.|[\\[(<]dot[\\])>]|ドット)\\s?[\\w-]++)+"),
        LOGIN_IN_URL(CouncilProblem.LOGIN_IN_URL, "(?i)[a-z][a-z0-9+.-]{0,20}+://[^\\s/?#@]++@[^\\s/]"),
        // Six letters of our own alphabet after the year, as in the receipt of a consultation: 2026-K7QF-3M.
        RECEIPT(
                CouncilProblem.RECEIPT_NUMBER,
                "(?<![0-9A-Za-z])20\\d{2}[-\\s.()]{0,2}[0-9A-Z]{4}-[0-9A-Z]{2}(?![0-9A-Za-z])",
                "(?<![0-9A-Za-z])20\\d{2}" + GAP + "(?=[0-9A-Z]{0,5}[A-Z])[0-9A-Z]{4}" + GAP
                        + "[0-9A-Z]{2}(?![0-9A-Za-z])",
                "(?i)(?<![0-9a-z])20\\d{2}" + GAP + "(?=[0-9a-z]{0,5}[a-z])(?=[0-9a-z]{0,5}\\d)[0-9a-z]{4}" + GAP
                        + "[0-9a-z]{2}(?![0-9a-z])"),
        RECORD(
                CouncilProblem.RECORD_ID,
                "(?i)(?<![0-9a-f])[0-9a-f]{8}(?:" + GAP + "[0-9a-f]{4}){3}" + GAP + "[0-9a-f]{12}(?![0-9a-f])"),
        CODE(
                CouncilProblem.CONFIRMATION_CODE,
                "(?<!\\d)(?:\\d{4}" + GAP + "){3}\\d{4}(?!\\d)",
                "(?<!\\d)(?:\\d[-\\s.,・_/]){15}\\d(?!\\d)"),
        POSTAL(
                CouncilProblem.POSTAL_CODE,
                "〒\\s?\\d\\s?\\d\\s?\\d[-\\s]{0,3}\\d\\s?\\d\\s?\\d\\s?\\d",
                "(?<![\\d-])\\d{3}\\s?-\\s?\\d{4}(?![\\d-])"),
        // 0120, 0570 and 0800 are numbers of desks, which a topic may name: they belong to no person.
        PHONE(
                CouncilProblem.PHONE_NUMBER,
                "(?<!\\d)(?<!\\d[-./])(?!0120|0570|0800)0(?:" + GAP + "\\d){9,10}(?!\\d)",
                "(?:\\+|(?<!\\d)00)" + GAP + "8" + GAP + "1(?:" + GAP + "\\d){9,11}(?!\\d)"),
        ACCOUNT(
                CouncilProblem.ACCOUNT_NAME,
                "(?<![\\w@/.])@[A-Za-z0-9_]{3,30}(?![\\w.@])",
                "(?i)(?<![a-z])(?:LINE|ライン|X|Twitter|ツイッター|Instagram|インスタ(?:グラム)?|TikTok|Discord|Telegram|Signal|"
                        + "Kakao(?:Talk)?|カカオ(?:トーク)?|Skype)\\s?の?\\s?(?:ID|アイディー|アカウント|ユーザー?名)"
                        + "[\\s:は=「『\"]{0,4}[\\w.@-]{3,30}"),
        ADDRESS(
                CouncilProblem.HOME_ADDRESS,
                "(?:都|道|府|県|市|区|町|村|郡)[^、。;:()「」\\n]{0,15}?(?:" + NUMBER + "丁目|" + NUMBER + "番地|" + NUMBER + "番"
                        + NUMBER + "号?|(?<!\\d)\\d{1,3}-\\d{1,3}-\\d{1,4})",
                NUMBER + "丁目\\s?" + NUMBER + "(?:番|-)",
                NUMBER + "番地",
                "(?:東京都|北海道|京都府|大阪府|" + HAN + "{2,3}県)[^、。;:()「」\\n]{1,20}?(?<!\\d)\\d{1,3}-\\d{1,4}(?!\\d)"),
        NAME(
                CouncilProblem.PERSON_NAME,
                "(?<run>" + HAN + "{1,4}(?:[ ]" + HAN + "{1,3})?|" + KATAKANA + "{2,10}(?:[ ・]" + KATAKANA
                        + "{2,10})?|(?<!\\p{IsHiragana})\\p{IsHiragana}{2,5}?|[A-Z][a-z]{1,15})"
                        + "[ ]?(?:さん|様(?![々式子相態])|氏(?![名神族])|君(?![主臨])|くん|ちゃん|殿(?![下堂]))",
                "(?<![A-Za-z])(?:Mr|Mrs|Ms|Miss|Dr)\\.?[ ]?(?<run>[A-Z][a-z]{1,20})",
                "(?<!" + HAN + ")(?<run>(?:" + wordsOf("surnames.txt").collect(joining("|"))
                        + ")(?!県|市|区|町|村|郡|駅|港|空港|川|島))") {
            @Override
            boolean readsKanjiDigits() {
                return false;
            }

            @Override
            boolean isSuspect(Matcher match) {
                String run = match.group("run").strip();
                return NOBODY.stream()
                        .noneMatch(word -> run.equals(word) || run.equals("お" + word) || run.equals("ご" + word));
            }
        };

        private final CouncilProblem problem;
        private final List<Pattern> patterns;

        Trace(CouncilProblem problem, String... regexes) {
            this.problem = problem;
            this.patterns = List.of(regexes).stream().map(Pattern::compile).toList();
        }

        boolean readsKanjiDigits() {
            return true;
        }

        boolean isSuspect(Matcher match) {
            return true;
        }
    }

    private PersonalDataScan() {}

    /** What is suspected in the texts, by their pointers; one finding for each kind in a line. */
    public static List<Finding> find(Map<String, String> textsByPointer) {
        Map<String, Finding> findings = new LinkedHashMap<>();
        textsByPointer.forEach((pointer, text) -> {
            Readable readable = Readable.of(text);
            for (Trace trace : Trace.values()) {
                for (Pattern pattern : trace.patterns) {
                    Matcher match = pattern.matcher(trace.readsKanjiDigits() ? readable.digits : readable.words);
                    while (match.find()) {
                        if (trace.isSuspect(match)) {
                            Finding finding = readable.finding(pointer, trace.problem, match);
                            findings.merge(finding.key(), finding, PersonalDataScan::together);
                        }
                    }
                }
            }
        });
        return List.copyOf(findings.values());
    }

    /** Refuses while there is a finding that the second person has not acknowledged by its key. */
    public static void check(Map<String, String> textsByPointer, List<String> acknowledged) {
        Violations violations = new Violations();
        find(textsByPointer).stream()
                .filter(finding -> !acknowledged.contains(finding.key()))
                .map(Finding::violation)
                .forEach(violations::add);
        violations.throwIfAny(CouncilProblem.PERSONAL_DATA_SUSPECTED);
    }

    private static Finding together(Finding one, Finding other) {
        String found = one.found().contains(other.found()) ? one.found() : one.found() + " / " + other.found();
        return new Finding(one.pointer(), one.line(), one.problem(), found);
    }

    /** The words of a list beside this class's own patterns; a line that begins with # is a comment. */
    private static Stream<String> wordsOf(String list) {
        var file = Objects.requireNonNull(PersonalDataScan.class.getResourceAsStream("/council/" + list));
        try (file) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("council/" + list, unreadable);
        }
    }

    /**
     * A text as a reader sees it: without invisible characters and the marks of emphasis, code and escape that pages do not
     * show, with plain digits and dashes in place of the many that look like them. Both forms have the same length.
     *
     * @param words with kanji digits as they were written, because names hold them
     * @param digits with kanji digits as plain ones
     * @param origins where each character comes from in the text
     */
    private record Readable(String text, String words, String digits, List<Integer> origins) {

        private static final String MARKS = "*`\\";
        private static final String KANJI_DIGITS = "〇一二三四五六七八九";
        private static final Pattern DASHES = Pattern.compile("[\\p{Pd}‐‑‒–—―−ーｰ⁃﹣]");

        static Readable of(String text) {
            StringBuilder words = new StringBuilder();
            StringBuilder digits = new StringBuilder();
            List<Integer> origins = new ArrayList<>();
            for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
                int codePoint = text.codePointAt(at);
                if (isInvisible(codePoint) || MARKS.indexOf(codePoint) >= 0) {
                    continue;
                }
                String plain = Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFKC);
                for (int i = 0; i < plain.length(); i++) {
                    char letter = plain.charAt(i);
                    words.append(word(letter));
                    digits.append(digit(letter));
                    origins.add(at);
                }
            }
            return new Readable(text, words.toString(), digits.toString(), origins);
        }

        /** Zero-width and direction marks, soft hyphens, combining marks such as a keycap, fillers, control characters. */
        private static boolean isInvisible(int codePoint) {
            return switch (Character.getType(codePoint)) {
                case Character.FORMAT, Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> true;
                case Character.CONTROL -> codePoint != '\n' && codePoint != '\t';
                default -> codePoint == 0x115f || codePoint == 0x1160 || codePoint == 0x3164 || codePoint == 0xffa0;
            };
        }

        private static char word(char letter) {
            if (letter == 'ー') {
                return letter;
            }
            int value = Character.isDigit(letter) ? Character.digit(letter, 10) : -1;
            if (value >= 0) {
                return (char) ('0' + value);
            }
            if (Character.isSpaceChar(letter) || letter == '\t') {
                return ' ';
            }
            return DASHES.matcher(Character.toString(letter)).matches() ? '-' : letter;
        }

        private static char digit(char letter) {
            int value = KANJI_DIGITS.indexOf(letter);
            if (value >= 0 || letter == '零') {
                return (char) ('0' + Math.max(0, value));
            }
            return letter == 'ー' ? '-' : word(letter);
        }

        Finding finding(String pointer, CouncilProblem problem, Matcher match) {
            int from = origins.get(match.start());
            int last = origins.get(match.end() - 1);
            int line = 1
                    + (int) text.substring(0, from)
                            .chars()
                            .filter(c -> c == '\n')
                            .count();
            return new Finding(
                    pointer,
                    line,
                    problem,
                    text.substring(from, last + Character.charCount(text.codePointAt(last)))
                            .strip());
        }
    }
}
