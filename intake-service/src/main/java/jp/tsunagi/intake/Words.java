package jp.tsunagi.intake;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The field's codes in the words of those who read them. Public because the class written for it is loaded elsewhere. */
@MessageBundle(value = "intake", locale = "ja")
public interface Words {

    /** What the consulter wants. */
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

    /** Danger now. */
    @Message("{#when code}" + "{#is 'yes'}はい" + "{#is 'no'}いいえ" + "{#is 'unknown'}わからない" + "{#else}{code}{/when}")
    String danger(String code);

    /** How urgent. */
    @Message("{#when code}"
            + "{#is 'emergency'}緊急"
            + "{#is 'high'}高"
            + "{#is 'normal'}通常"
            + "{#is 'low'}低"
            + "{#else}{code}{/when}")
    String urgency(String code);

    /** Why it is that urgent. */
    @Message("{#when code}"
            + "{#is 'danger-now'}いま危険だと答えた"
            + "{#is 'asks-for-safety'}身の危険を訴えている"
            + "{#is 'life-at-risk'}命にかかわる分類"
            + "{#is 'sextortion'}性的脅迫"
            + "{#is 'words-of-danger'}本文に危険を示す言葉"
            + "{#is 'sexual-image'}性的画像"
            + "{#is 'threatened'}脅迫・つきまとい"
            + "{#is 'money-moving'}お金が動いている"
            + "{#is 'election-campaign'}選挙期間(2日ルール)"
            + "{#is 'child-alone'}子ども本人からの相談"
            + "{#is 'about-somebody-else'}本人以外のことについての質問"
            + "{#else}{code}{/when}")
    String why(String code);

    /** State for staff. */
    @Message("{#when code}"
            + "{#is 'received'}受付"
            + "{#is 'in-progress'}対応中"
            + "{#is 'advised'}回答済"
            + "{#is 'referred'}引継ぎ中"
            + "{#is 'returned'}戻り"
            + "{#is 'closed'}完了"
            + "{#else}{code}{/when}")
    String status(String code);

    /** State in the consulter's words. */
    @Message("{#when code}"
            + "{#is 'received'}受け付けました"
            + "{#is 'in-progress'}相談員が読んでいます"
            + "{#is 'advised'}返事がとどきました"
            + "{#is 'referred'}ほかの窓口と話し合っています"
            + "{#is 'returned'}相談員が次の方法を考えています"
            + "{#is 'closed'}おわりました(また相談できます)"
            + "{#else}{code}{/when}")
    String plainStatus(String code);

    /** One step of the timeline. */
    @Message("{#when code}"
            + "{#is 'take'}担当になりました"
            + "{#is 'answer'}回答しました"
            + "{#is 'hand-over'}引き継ぎました"
            + "{#is 'come-back'}窓口から戻りました"
            + "{#is 'conclude'}窓口での対応が終わりました"
            + "{#is 'reply'}相談者が返事を書きました"
            + "{#is 'close'}完了にしました"
            + "{#else}{code}{/when}")
    String action(String code);

    /** State at the other desk. */
    @Message("{#when code}"
            + "{#is 'sending'}送付中"
            + "{#is 'not-delivered'}届けられませんでした"
            + "{#is 'draft'}下書き"
            + "{#is 'requested'}送付済"
            + "{#is 'received'}到達"
            + "{#is 'accepted'}受理"
            + "{#is 'in-progress'}対応中"
            + "{#is 'on-hold'}保留中"
            + "{#is 'completed'}対応完了"
            + "{#is 'rejected'}受理不可"
            + "{#is 'cancelled'}取下げ"
            + "{#is 'failed'}対応できず"
            + "{#is 'entered-in-error'}誤記録"
            + "{#else}{code}{/when}")
    String referralStatus(String code);

    /** State at the other desk in the consulter's words. */
    @Message("{#when code}"
            + "{#is 'sending'}送っています"
            + "{#is 'not-delivered'}届けられませんでした。相談員が次の方法を考えています"
            + "{#is 'draft'}準備しています"
            + "{#is 'requested'}送りました"
            + "{#is 'received'}窓口に届きました"
            + "{#is 'accepted'}窓口が受け付けました"
            + "{#is 'in-progress'}窓口が対応しています"
            + "{#is 'on-hold'}窓口が確認を待っています"
            + "{#is 'completed'}窓口の対応が終わりました"
            + "{#is 'rejected'}この窓口では受け付けられませんでした。相談員が次の方法を考えています"
            + "{#is 'cancelled'}取り下げました"
            + "{#is 'failed'}窓口で対応できませんでした。相談員が次の方法を考えています"
            + "{#is 'entered-in-error'}まちがいとして取り消しました"
            + "{#else}{code}{/when}")
    String plainReferral(String code);

    /** Why a desk said no. */
    @Message("{#when code}"
            + "{#is 'not-in-remit'}担当の範囲外"
            + "{#is 'out-of-area'}地域の範囲外"
            + "{#is 'at-capacity'}受け入れの余裕がない"
            + "{#is 'insufficient-information'}情報が足りない"
            + "{#is 'duplicate'}重複"
            + "{#is 'consent-missing'}同意がない"
            + "{#is 'basis-insufficient'}根拠が足りない"
            + "{#is 'label-not-acceptable'}取扱区分が合わない"
            + "{#is 'already-handled'}対応済み"
            + "{#is 'emergency-diverted-110'}110番へ"
            + "{#is 'content-already-removed'}すでに削除済み"
            + "{#is 'desk-not-accepting'}受付停止中"
            + "{#is 'subject-unreachable'}相談者に連絡がつかない"
            + "{#is 'provider-unreachable'}事業者に連絡がつかない"
            + "{#is 'legally-impossible'}法律上できない"
            + "{#is 'evidence-lost'}証拠が失われた"
            + "{#is 'rejected'}受理不可"
            + "{#is 'not-delivered'}届かず"
            + "{#is 'failed'}対応できず"
            + "{#is 'cancelled'}取下げ"
            + "{#is 'other'}そのほか"
            + "{#else}{code}{/when}")
    String reason(String code);

    /** What the desk reached. */
    @Message("{#when code}"
            + "{#is 'advised'}助言しました"
            + "{#is 'deletion-requested-by-agency'}サイトに削除を頼みました"
            + "{#is 'content-removed'}投稿が削除されました"
            + "{#is 'investigated-no-action'}調べましたが、措置はありませんでした"
            + "{#is 'case-opened'}捜査が始まりました"
            + "{#is 'legal-aid-granted'}法律扶助が決まりました"
            + "{#is 'guidance-to-operator'}事業者を指導しました"
            + "{#is 'mediation-done'}あっせんをしました"
            + "{#is 'passed-on'}ほかの窓口に引き継ぎました"
            + "{#is 'subject-disengaged'}連絡がとれなくなりました"
            + "{#is 'other'}そのほか"
            + "{#else}{code}{/when}")
    String outcome(String code);

    /** A field that can be passed on. */
    @Message("{#when code}"
            + "{#is 'narrative'}何が起きたか(あなたの文章)"
            + "{#is 'urls'}投稿のURL"
            + "{#is 'callName'}呼び名"
            + "{#is 'contact'}連絡先"
            + "{#else}{code}{/when}")
    String part(String code);

    /** State of a consent. */
    @Message("{#when code}"
            + "{#is 'asked'}質問中"
            + "{#is 'given'}同意あり"
            + "{#is 'refused'}拒否"
            + "{#is 'withdrawn'}取消し"
            + "{#else}{code}{/when}")
    String decision(String code);
}
