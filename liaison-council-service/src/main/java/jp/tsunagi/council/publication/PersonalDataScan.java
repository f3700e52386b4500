package jp.tsunagi.council.topic;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import jp.tsunagi.platform.problem.Refusal;
import jp.tsunagi.platform.problem.Refusal.Kind;

/**
 * Looks for a person's traces in a text that is about to be published (security.md R14.9): numbers and addresses a
 * machine can recognise. Names are not among them; a second reader looks for those.
 */
final class PersonalDataScan {

    private static final String GAP = "[-\\s.()]{0,2}";

    private enum Trace {
        MAIL("mail-address", "メールアドレス", "a mail address", "[\\w.!#$%&'*+/=?^`{|}~-]+@[\\w-]+(\\.[\\w-]+)+"),
        // Eight letters of our own alphabet, see the receipt of a consultation: 2026-K7QF-3M.
        RECEIPT("receipt-number", "受付番号", "a receipt number", "\\b20\\d{2}" + GAP + "[0-9A-Z]{4}-[0-9A-Z]{2}\\b"),
        RECORD(
                "record-id",
                "相談や取次の識別子",
                "the identifier of a record",
                "\\b[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\\b"),
        CODE("confirmation-code", "16けたの番号", "a number of 16 digits", "(?<!\\d)(\\d{4}" + GAP + "){3}\\d{4}(?!\\d)"),
        POSTAL("postal-code", "郵便番号", "a postal code", "〒\\s?\\d{3}-?\\d{4}|(?<![\\d-])\\d{3}-\\d{4}(?![\\d-])"),
        // 0120, 0570 and 0800 are numbers of desks, which a topic may well name; nobody lives there.
        PHONE(
                "phone-number",
                "電話番号",
                "a phone number",
                "(?<![\\d-])(?!0120|0570|0800)(?:\\+81" + GAP + "|0)(?=(?:[-\\s.()]*\\d){9,10}(?![-\\s.()]?\\d))"
                        + "\\d{1,4}" + GAP + "\\d{1,4}" + GAP + "\\d{3,4}");

        private final String code;
        private final String ja;
        private final String en;
        private final Pattern pattern;

        Trace(String code, String ja, String en, String regex) {
            this.code = code;
            this.ja = ja;
            this.en = en;
            this.pattern = Pattern.compile(regex);
        }
    }

    private PersonalDataScan() {}

    /** Refuses texts with traces of a person, naming field and line but not repeating what was found. */
    static void check(Map<String, String> texts) {
        var refusal = new Refusal(
                Kind.UNMET,
                "personal-data-suspected",
                "個人につながる番号やアドレスらしいものがあります。消してから公開してください。",
                "There seem to be numbers or addresses of a person: remove them, then publish.");
        texts.forEach((pointer, text) -> traces(text)
                .forEach((line, found) -> found.forEach(trace -> refusal.at(
                        pointer,
                        trace.code,
                        line + "行目に" + trace.ja + "らしいものがあります。",
                        "Line " + line + " seems to hold " + trace.en + "."))));
        if (!refusal.errors().isEmpty()) {
            throw refusal;
        }
    }

    private static Map<Integer, List<Trace>> traces(String text) {
        Map<Integer, List<Trace>> found = new LinkedHashMap<>();
        int number = 0;
        for (String line : plain(text).lines().toList()) {
            number++;
            for (Trace trace : Trace.values()) {
                if (trace.pattern.matcher(line).find()) {
                    found.computeIfAbsent(number, _ -> new ArrayList<>()).add(trace);
                }
            }
        }
        return found;
    }

    /** Full-width digits and the many dashes of Japanese typing become plain ones. */
    private static String plain(String text) {
        return text == null
                ? ""
                : Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[‐‑‒–—―−ーｰ〜~]", "-");
    }
}
