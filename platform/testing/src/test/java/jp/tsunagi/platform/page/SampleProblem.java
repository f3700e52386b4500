package jp.tsunagi.platform.page;

import java.util.Locale;
import jp.tsunagi.platform.problem.ProblemCode;
import jp.tsunagi.platform.problem.Refusal.Kind;

/** Problems of the sample page; their sentences need no running message bundle. */
enum SampleProblem implements ProblemCode {
    TAKEN(Kind.CONFLICT, "<b>受理済み</b>です。", "<b>Taken</b>."),
    INPUT_UNMET(Kind.UNMET, "直してください。", "Correct it."),
    ADDRESS_MISSING(Kind.UNMET, "場所を書いてください。", "Enter an address.");

    private final Kind kind;
    private final String ja;
    private final String en;

    SampleProblem(Kind kind, String ja, String en) {
        this.kind = kind;
        this.ja = ja;
        this.en = en;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public String detail(Locale locale) {
        return locale.equals(Locale.ENGLISH) ? en : ja;
    }
}
