package jp.tsunagi.referral;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the pages of the partner agencies say. Public because the class written for it is loaded elsewhere. */
@MessageBundle(value = "referral", locale = "ja")
public interface Words {

    @Message("届いた照会")
    String inboxTitle();

    @Message("送った照会")
    String outboxTitle();

    @Message("照会はありません。")
    String none();

    @Message("受付")
    String colDate();

    @Message("内容(匿名)")
    String colAbout();

    @Message("差出元")
    String colFrom();

    @Message("宛先")
    String colTo();

    @Message("状態")
    String colState();

    @Message("種類")
    String colKind();

    @Message("緊急度")
    String colUrgency();

    @Message("すべて")
    String filterAll();

    @Message("新着")
    String filterNew();

    @Message("対応中")
    String filterOpen();

    @Message("終わったもの")
    String filterClosed();

    @Message("しぼり込み")
    String filters();

    @Message("照会")
    String referralTitle();

    @Message("照会番号")
    String number();

    @Message("差出元")
    String from();

    @Message("宛先")
    String to();

    @Message("要約")
    String summary();

    @Message("分類")
    String categories();

    @Message("希望")
    String wish();

    @Message("相談者")
    String consulterType();

    @Message("年代")
    String ageBand();

    @Message("緊急度")
    String urgency();

    @Message("取扱区分")
    String label();

    @Message("提供の根拠")
    String basis();

    @Message("同意の日時")
    String givenAt();

    @Message("渡される項目")
    String fields();

    @Message("状態")
    String status();

    @Message("主担当")
    String owner();

    @Message("理由")
    String reasonLabel();

    @Message("ほかに適した窓口")
    String suggested();

    @Message("結果区分")
    String outcomesLabel();

    @Message("担当者")
    String assignee();

    @Message("再開予定日")
    String resumeBy();

    @Message("名前と本文は、まだ見えません")
    String hiddenTitle();

    @Message("受理すると、本文・連絡先が見えるようになります(だれが見たか記録されます)。")
    String hidden();

    @Message("相談の内容")
    String openedTitle();

    @Message("この画面を開いたことは記録されました。")
    String looked();

    @Message("渡された内容は消去されました。記録だけが残っています。")
    String purged();

    @Message("終わった照会の内容は表示されません。")
    String closedView();

    @Message("できること")
    String actions();

    @Message("いまできることはありません。")
    String noActions();

    @Message("経過")
    String history();

    @Message("届け方")
    String deliveriesTitle();

    @Message("URLはリンクにしていません。開く前に安全を確かめてください。")
    String urlsAreText();

    @Message("本文")
    String narrativeLabel();

    @Message("URL")
    String urlsLabel();

    @Message("呼び名")
    String callNameLabel();

    @Message("連絡先")
    String contactLabel();

    @Message("理由")
    String reasonField();

    @Message("説明")
    String noteField();

    @Message("相手の機関が読みます。相談者の名前は書かないでください。")
    String noteHint();

    @Message("ほかに適した窓口")
    String suggestedField();

    @Message("聞きたいこと")
    String questionField();

    @Message("答え")
    String answerField();

    @Message("再開予定日(例 2026-12-01)")
    String resumeByField();

    @Message("結果区分")
    String outcomesField();

    @Message("この説明を相談者に伝えてよい")
    String visibleField();

    @Message("だれが読めるか")
    String audienceField();

    @Message("確認のため、照会番号をもう一度")
    String confirmField();

    @Message("照会にもどる")
    String back();

    @Message("一覧にもどる")
    String toInbox();
}
