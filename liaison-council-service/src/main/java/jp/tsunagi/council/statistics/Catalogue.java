package jp.tsunagi.council.statistics;

import java.util.List;
import java.util.stream.Stream;

/** The fixed lists that figures are counted by (domain.md 6): a list that followed the data would itself tell something. */
final class Catalogue {

    static final List<Coded> URGENCIES = list(
            "emergency|緊急|Emergency", "high|高|High", "normal|通常|Normal", "low|低|Low", "unknown|未判定|Not yet judged");

    static final List<Coded> CATEGORIES = list(
            "defamation|名誉毀損|Defamation",
            "insult|侮辱・名誉感情侵害|Insult",
            "privacy|プライバシー侵害|Privacy",
            "doxxing|個人情報晒し|Doxxing",
            "portrait|肖像権|Portrait",
            "impersonation|なりすまし|Impersonation",
            "bullying|ネットいじめ|Bullying",
            "ncii|性的画像の無断公開|Intimate images without consent",
            "csam|児童ポルノ|Child sexual abuse material",
            "sextortion|性的脅迫|Sextortion",
            "obscenity|わいせつ|Obscenity",
            "threat|脅迫・危害予告|Threat",
            "stalking|つきまとい|Stalking",
            "suicide_risk|自殺のおそれ|Risk of suicide",
            "suicide_inducement|自殺誘引等|Inducement to suicide",
            "hate_speech|差別的言動|Hate speech",
            "copyright|著作権|Copyright",
            "trademark|商標権|Trademark",
            "fraud|詐欺・偽サイト|Fraud",
            "phishing|フィッシング|Phishing",
            "unauthorized_access|不正アクセス・乗っ取り|Unauthorised access",
            "illegal_drugs|違法・規制薬物|Illegal drugs",
            "yami_baito|闇バイト|Recruiting for crime",
            "account_trade|口座・携帯の売買|Trade in accounts",
            "weapons|銃砲・爆発物|Weapons",
            "illegal_gambling|違法オンラインギャンブル|Illegal gambling",
            "loan_shark|ヤミ金|Illegal lending",
            "data_leak|事業者による漏えい|Data leak by a business",
            "business_review|口コミ・評価|Business reviews",
            "disclosure_notice_received|開示請求・意見照会を受けた|Received a disclosure request",
            "election|選挙関係|Election",
            "out_of_scope|対象外|Out of scope",
            "other|その他|Other");

    static final List<Coded> STATUSES = list(
            "draft|未到達|Not delivered",
            "requested|送付済|Sent",
            "received|到達|Received",
            "accepted|受理|Accepted",
            "in-progress|対応中|In progress",
            "on-hold|保留|On hold",
            "completed|対応完了|Completed",
            "rejected|受理不可|Rejected",
            "cancelled|取下げ|Cancelled",
            "failed|対応不能|Failed",
            "entered-in-error|誤登録|Entered in error");

    private Catalogue() {}

    /** A code we do not know (a newer producer) is counted as the last of the list instead of being lost. */
    static String known(List<Coded> list, String code) {
        return list.stream().anyMatch(c -> c.code().equals(code))
                ? code
                : list.getLast().code();
    }

    private static List<Coded> list(String... lines) {
        return Stream.of(lines)
                .map(line -> line.split("\\|", 3))
                .map(part -> new Coded(part[0], part[1], part[2]))
                .toList();
    }
}
