package jp.tsunagi.referral.handover;

import java.util.List;
import java.util.Set;
import jp.tsunagi.platform.problem.Refusal;
import jp.tsunagi.platform.problem.Refusal.Kind;

/** What is said about a consultation without saying who it is about; the codes are those of domain.md 6. */
public record Facts(List<String> categories, String wish, String consulterType, String ageBand, String urgency) {

    public static final Set<String> CATEGORIES = Set.of(
            "defamation",
            "insult",
            "privacy",
            "doxxing",
            "portrait",
            "impersonation",
            "bullying",
            "ncii",
            "csam",
            "sextortion",
            "obscenity",
            "threat",
            "stalking",
            "suicide_risk",
            "suicide_inducement",
            "hate_speech",
            "copyright",
            "trademark",
            "fraud",
            "phishing",
            "unauthorized_access",
            "illegal_drugs",
            "yami_baito",
            "account_trade",
            "weapons",
            "illegal_gambling",
            "loan_shark",
            "data_leak",
            "business_review",
            "disclosure_notice_received",
            "election",
            "other",
            "out_of_scope");
    public static final Set<String> WISHES = Set.of(
            "listen",
            "unsure",
            "delete_self",
            "delete_by_other",
            "identify",
            "safety",
            "refund",
            "stop_handling",
            "respond_notice",
            "report_only");
    public static final Set<String> CONSULTER_TYPES = Set.of(
            "victim_self",
            "guardian",
            "family",
            "school_staff",
            "agent",
            "company",
            "provider",
            "public_agency",
            "third_party",
            "respondent");
    public static final Set<String> AGE_BANDS = Set.of(
            "0-12", "13-15", "16-17", "18-19", "20-29", "30-39", "40-49", "50-59", "60-69", "70+", "unknown", "n/a");
    public static final Set<String> URGENCIES = Set.of("emergency", "high", "normal", "low");

    public Facts {
        categories = List.copyOf(categories);
    }

    /** Refuses a code that no list has; the pointers are those of the API. */
    public Facts checked() {
        Refusal refusal =
                new Refusal(Kind.INVALID, "value-unknown", "選べない値が含まれています。", "A value is not one of those offered.");
        for (int i = 0; i < categories.size(); i++) {
            check(CATEGORIES, categories.get(i), "/categories/" + i, refusal);
        }
        check(WISHES, wish, "/wish", refusal);
        check(CONSULTER_TYPES, consulterType, "/consulterType", refusal);
        check(AGE_BANDS, ageBand, "/ageBand", refusal);
        check(URGENCIES, urgency, "/urgency", refusal);
        if (!refusal.errors().isEmpty()) {
            throw refusal;
        }
        return this;
    }

    private static void check(Set<String> offered, String value, String pointer, Refusal refusal) {
        if (!offered.contains(value)) {
            refusal.at(pointer, "value-unknown", "この値は選べません。", "This value is not offered.");
        }
    }
}
