package jp.tsunagi.council.publication;

import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import jp.tsunagi.council.CouncilProblem;
import jp.tsunagi.platform.problem.Violation;
import jp.tsunagi.platform.problem.Violations;

/**
 * Looks for a person's traces in a text that is about to be published: numbers and addresses that a machine can
 * recognise. A person looks for names, on the page that is shown before the publication.
 */
public final class PersonalDataScan {

    private static final String GAP = "[-\\s.()]{0,2}";

    private enum Trace {
        MAIL(CouncilProblem.MAIL_ADDRESS, "[\\w.!#$%&'*+/=?^`{|}~-]+@[\\w-]+(\\.[\\w-]+)+"),
        // Eight letters of our own alphabet, as in the receipt of a consultation: 2026-K7QF-3M.
        RECEIPT(CouncilProblem.RECEIPT_NUMBER, "\\b20\\d{2}" + GAP + "[0-9A-Z]{4}-[0-9A-Z]{2}\\b"),
        RECORD(CouncilProblem.RECORD_ID, "\\b[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\\b"),
        CODE(CouncilProblem.CONFIRMATION_CODE, "(?<!\\d)(\\d{4}" + GAP + "){3}\\d{4}(?!\\d)"),
        POSTAL(CouncilProblem.POSTAL_CODE, "〒\\s?\\d{3}-?\\d{4}|(?<![\\d-])\\d{3}-\\d{4}(?![\\d-])"),
        // 0120, 0570 and 0800 are numbers of desks, which a topic may name: they belong to no person.
        PHONE(
                CouncilProblem.PHONE_NUMBER,
                "(?<![\\d-])(?!0120|0570|0800)(?:\\+81" + GAP + "|0)(?=(?:[-\\s.()]*\\d){9,10}(?![-\\s.()]?\\d))"
                        + "\\d{1,4}" + GAP + "\\d{1,4}" + GAP + "\\d{3,4}");

        private final CouncilProblem problem;
        private final Pattern pattern;

        Trace(CouncilProblem problem, String regex) {
            this.problem = problem;
            this.pattern = Pattern.compile(regex);
        }
    }

    private PersonalDataScan() {}

    /** Refuses texts with traces of a person, naming field and line but not repeating what was found. */
    public static void check(Map<String, String> textsByPointer) {
        Violations violations = new Violations();
        textsByPointer.forEach((pointer, text) -> check(pointer, text, violations));
        violations.throwIfAny(CouncilProblem.PERSONAL_DATA_SUSPECTED);
    }

    private static void check(String pointer, String text, Violations violations) {
        List<String> lines = normalised(text).lines().toList();
        for (int number = 1; number <= lines.size(); number++) {
            for (Trace trace : Trace.values()) {
                if (trace.pattern.matcher(lines.get(number - 1)).find()) {
                    violations.add(new Violation(pointer, trace.problem).with("line", number));
                }
            }
        }
    }

    /** Full-width digits and the many dashes of Japanese typing become plain ones. */
    private static String normalised(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[‐‑‒–—―−ーｰ〜~]", "-");
    }
}
