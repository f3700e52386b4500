package jp.tsunagi.referral;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The field's codes in the words of those who read them. Public because the class written for it is loaded elsewhere. */
@MessageBundle(value = "code", locale = "ja")
public interface CodeWords {

    /** What the person wants. */
    @Message("{#when code}"
            + "{#is 'listen'}話を聞いてほしい"
            + "{#is 'unsure'}どうすればよいかわからない"
            + "{#is 'delete_self'}自分で削除を頼みたい"
            + "{#is 'delete_by_other'}代わりに削除を頼んでほしい"
            + "{#is 'identify'}書いた人を知りたい・賠償を求めたい"
            + "{#is 'safety'}身の危険を感じる・処罰してほしい"
            + "{#is 'refund'}お金を返してほしい"
            + "{#is 'stop_handling'}会社に個人情報の使い方を直してほしい"
            + "{#is 'respond_notice'}届いた請求書や照会書への答え方を知りたい"
            + "{#is 'report_only'}情報を知らせたいだけ"
            + "{#else}{code}{/when}")
    String wish(String code);

    /** Who is asking. */
    @Message("{#when code}"
            + "{#is 'victim_self'}被害にあっている本人"
            + "{#is 'guardian'}保護者"
            + "{#is 'family'}家族"
            + "{#is 'school_staff'}学校の先生・職員"
            + "{#is 'agent'}代理人"
            + "{#is 'company'}会社・団体"
            + "{#is 'provider'}サイト管理者・事業者"
            + "{#is 'public_agency'}ほかの公的な窓口"
            + "{#is 'third_party'}知り合い・見かけた人"
            + "{#is 'respondent'}請求や照会を受けた側"
            + "{#else}{code}{/when}")
    String consulterType(String code);

    /** Age of the person harmed. */
    @Message("{#when code}"
            + "{#is '0-12'}12歳まで"
            + "{#is '13-15'}13〜15歳"
            + "{#is '16-17'}16〜17歳"
            + "{#is '18-19'}18〜19歳"
            + "{#is '20-29'}20代"
            + "{#is '30-39'}30代"
            + "{#is '40-49'}40代"
            + "{#is '50-59'}50代"
            + "{#is '60-69'}60代"
            + "{#is '70+'}70歳以上"
            + "{#is 'unknown'}わからない・答えたくない"
            + "{#is 'n/a'}人ではない"
            + "{#else}{code}{/when}")
    String ageBand(String code);

    /** Kind of harm. */
    @Message("{#when code}"
            + "{#is 'defamation'}悪口・うそを書かれた(名誉毀損)"
            + "{#is 'insult'}侮辱"
            + "{#is 'privacy'}プライバシー"
            + "{#is 'doxxing'}住所・電話などの晒し"
            + "{#is 'portrait'}顔写真・動画の無断公開"
            + "{#is 'impersonation'}なりすまし"
            + "{#is 'bullying'}いじめ"
            + "{#is 'ncii'}裸や性的な画像の無断公開"
            + "{#is 'csam'}児童の性的な画像"
            + "{#is 'sextortion'}性的な画像での脅し"
            + "{#is 'obscenity'}わいせつ"
            + "{#is 'threat'}脅迫・予告"
            + "{#is 'stalking'}つきまとい"
            + "{#is 'suicide_risk'}自殺のおそれ"
            + "{#is 'suicide_inducement'}自殺の誘い"
            + "{#is 'hate_speech'}差別的な書き込み"
            + "{#is 'copyright'}著作権"
            + "{#is 'trademark'}商標権"
            + "{#is 'fraud'}詐欺・偽サイト"
            + "{#is 'phishing'}フィッシング"
            + "{#is 'unauthorized_access'}不正アクセス・乗っ取り"
            + "{#is 'illegal_drugs'}違法薬物"
            + "{#is 'yami_baito'}闇バイト"
            + "{#is 'account_trade'}口座・携帯の売買"
            + "{#is 'weapons'}銃・爆発物"
            + "{#is 'illegal_gambling'}違法賭博"
            + "{#is 'loan_shark'}ヤミ金"
            + "{#is 'data_leak'}会社からの情報漏えい"
            + "{#is 'business_review'}会社・店の口コミ"
            + "{#is 'disclosure_notice_received'}開示請求・意見照会が届いた"
            + "{#is 'election'}選挙"
            + "{#is 'other'}そのほか"
            + "{#is 'out_of_scope'}対象外"
            + "{#else}{code}{/when}")
    String category(String code);

    /** How urgent. */
    @Message("{#when code}"
            + "{#is 'emergency'}緊急"
            + "{#is 'high'}高"
            + "{#is 'normal'}通常"
            + "{#is 'low'}低"
            + "{#else}{code}{/when}")
    String urgency(String code);

    /** State of a referral (ux.md 4.1). */
    @Message("{#when code}"
            + "{#is 'draft'}下書き"
            + "{#is 'requested'}送付済"
            + "{#is 'received'}到達"
            + "{#is 'accepted'}受理"
            + "{#is 'in-progress'}対応中"
            + "{#is 'on-hold'}保留"
            + "{#is 'completed'}対応完了"
            + "{#is 'rejected'}受理不可"
            + "{#is 'cancelled'}取下げ"
            + "{#is 'failed'}対応できず"
            + "{#is 'entered-in-error'}誤登録"
            + "{#else}{code}{/when}")
    String status(String code);

    /** What is special about it. */
    @Message("{#when code}"
            + "{#is 'recalled'}回収の求め"
            + "{#is 'cancellation-requested'}取消しの求め"
            + "{#is 'return-offered'}返還の申し出"
            + "{#is 'awaiting-information'}追加照会中"
            + "{#is 'overdue'}期限超過"
            + "{#is 'declined-late'}受理後の辞退"
            + "{#is 'forwarded'}別の窓口へ"
            + "{#is 'event-scheduled'}予定あり"
            + "{#is 'event-completed'}実施済"
            + "{#else}{code}{/when}")
    String business(String code);

    /** Why. */
    @Message("{#when code}"
            + "{#is 'not-in-remit'}所管外"
            + "{#is 'out-of-area'}地域外"
            + "{#is 'at-capacity'}受けられる数をこえている"
            + "{#is 'insufficient-information'}情報不足"
            + "{#is 'duplicate'}重複"
            + "{#is 'consent-missing'}同意がない"
            + "{#is 'basis-insufficient'}根拠が足りない"
            + "{#is 'label-not-acceptable'}取扱区分を受けられない"
            + "{#is 'already-handled'}対応済み"
            + "{#is 'emergency-diverted-110'}緊急のため110番へ"
            + "{#is 'content-already-removed'}すでに削除されている"
            + "{#is 'subject-declined'}本人が望まない"
            + "{#is 'subject-withdrew-consent'}同意の撤回"
            + "{#is 'content-removed'}投稿が削除された"
            + "{#is 'needs-met-elsewhere'}ほかで解決"
            + "{#is 'sent-in-error'}誤送信"
            + "{#is 'wrong-recipient'}送り先の誤り"
            + "{#is 'no-response'}応答なし"
            + "{#is 'subject-unreachable'}本人と連絡がとれない"
            + "{#is 'provider-unreachable'}事業者と連絡がとれない"
            + "{#is 'legally-impossible'}法律上できない"
            + "{#is 'evidence-lost'}証拠が失われた"
            + "{#is 'awaiting-information'}情報を待っている"
            + "{#is 'awaiting-subject'}本人の返事を待っている"
            + "{#is 'awaiting-third-party'}第三者を待っている"
            + "{#is 'awaiting-court'}裁判所を待っている"
            + "{#is 'capacity'}混み合っている"
            + "{#is 'other'}その他"
            + "{#else}{code}{/when}")
    String reason(String code);

    /** What was achieved. */
    @Message("{#when code}"
            + "{#is 'advised'}助言した"
            + "{#is 'deletion-requested-by-agency'}機関から削除を要請した"
            + "{#is 'content-removed'}削除された"
            + "{#is 'investigated-no-action'}調べたが措置なし"
            + "{#is 'case-opened'}事件として受理(警察)"
            + "{#is 'legal-aid-granted'}法律扶助を決定"
            + "{#is 'guidance-to-operator'}事業者を指導"
            + "{#is 'mediation-done'}あっせん終了"
            + "{#is 'passed-on'}別の窓口へ引き継いだ"
            + "{#is 'subject-disengaged'}本人が終了を希望"
            + "{#is 'other'}その他"
            + "{#else}{code}{/when}")
    String outcome(String code);

    /** A button. */
    @Message("{#when code}"
            + "{#is 'create'}作成"
            + "{#is 'send'}送る"
            + "{#is 'discard'}下書きを捨てる"
            + "{#is 'acknowledge'}受け取りました"
            + "{#is 'accept'}受理する"
            + "{#is 'reject'}受理できない"
            + "{#is 'withdraw'}取り下げる"
            + "{#is 'ask-information'}追加で聞く"
            + "{#is 'supply-information'}質問に答える"
            + "{#is 'start'}対応を始める"
            + "{#is 'hold'}保留にする"
            + "{#is 'resume'}再開する"
            + "{#is 'report-progress'}途中経過を書く"
            + "{#is 'complete'}完了にする"
            + "{#is 'fail'}対応できなかった"
            + "{#is 'decline-after-accept'}受理を取りやめる"
            + "{#is 'offer-return'}主担当を返す"
            + "{#is 'accept-return'}返還を受ける"
            + "{#is 'request-cancel'}取消しを求める"
            + "{#is 'confirm-cancel'}取消しに応じる"
            + "{#is 'refuse-cancel'}取消しに応じない"
            + "{#is 'escalate'}期限超過の知らせ"
            + "{#is 'expire'}期限切れ"
            + "{#is 'recall'}回収を求める"
            + "{#is 'mark-in-error'}誤登録にする"
            + "{#is 're-open'}もう一度照会する"
            + "{#is 'forward'}別の窓口へ引き継ぐ"
            + "{#else}{code}{/when}")
    String command(String code);

    /** Whether the consultation moves. */
    @Message("{#when code}" + "{#is 'referral'}照会(主担当は変わらない)" + "{#is 'transfer'}引継ぎ(主担当が移る)" + "{#else}{code}{/when}")
    String kind(String code);

    /** A part of what was told. */
    @Message("{#when code}"
            + "{#is 'narrative'}本文"
            + "{#is 'urls'}URL"
            + "{#is 'callName'}呼び名"
            + "{#is 'contact'}連絡先"
            + "{#else}{code}{/when}")
    String field(String code);

    /** How a referral reaches a desk. */
    @Message("{#when code}"
            + "{#is 'in-platform'}この画面・API"
            + "{#is 'print'}印刷した紙"
            + "{#is 'phone'}電話"
            + "{#is 'citizen-carries'}相談者が自分で連絡"
            + "{#is 'url-only'}URLのみ"
            + "{#else}{code}{/when}")
    String mode(String code);

    /** Whether it has arrived. */
    @Message("{#when code}" + "{#is 'delivered'}届きました" + "{#is 'to-carry'}送り元が届ける必要があります" + "{#else}{code}{/when}")
    String delivery(String code);

    /** Who may read a note. */
    @Message("{#when code}"
            + "{#is 'agency'}差出元の機関"
            + "{#is 'consulter'}相談者にも伝えてよい"
            + "{#is 'internal'}自分の機関だけ"
            + "{#else}{code}{/when}")
    String audience(String code);
}
