package jp.tsunagi.intake.workbench;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the counsellors' pages say. Public because the class written for it is loaded elsewhere. */
@MessageBundle(value = "desk", locale = "ja")
public interface DeskWords {

    @Message("相談一覧")
    String queueTitle();

    @Message("状態")
    String status();

    @Message("優先度")
    String urgency();

    @Message("請求を受けた側の相談だけ")
    String respondents();

    @Message("しぼり込む")
    String filter();

    @Message("条件を消す")
    String clear();

    @Message("受付番号")
    String receiptNumber();

    @Message("相談の内容")
    String about();

    @Message("相談者")
    String consulter();

    @Message("受付日時")
    String receivedAt();

    @Message("あてはまる相談はありません。")
    String nothing();

    @Message("相談一覧へ")
    String back();

    @Message("ほかの窓口から戻りました")
    String cameBack();

    @Message("すすめられた窓口:")
    String suggested();

    @Message("相談の内容")
    String told();

    @Message("対象のURL(開かずに確認)")
    String urls();

    @Message("経過")
    String timeline();

    @Message("相談を受け付けました")
    String received();

    @Message("相談者より")
    String consulterWrote();

    @Message("からの回答")
    String wrote();

    @Message("引継ぎ")
    String referrals();

    @Message("渡した内容:")
    String passedOn();

    @Message("相談の要点")
    String summary();

    @Message("希望")
    String wish();

    @Message("分類")
    String kind();

    @Message("いまの危険")
    String dangerNow();

    @Message("呼び名")
    String callName();

    @Message("連絡先")
    String contact();

    @Message("都道府県")
    String prefecture();

    @Message("担当")
    String holder();

    @Message("同意")
    String consents();

    @Message("センター内のみ。ほかの機関に伝える同意はありません。")
    String noConsent();

    @Message("自分が担当する")
    String take();

    @Message("回答を書く")
    String answerTitle();

    @Message("回答")
    String answerText();

    @Message("相談者の相談ポストに届きます。")
    String answerHint();

    @Message("回答を送る")
    String answer();

    @Message("ほかの窓口に引き継ぐ")
    String referTitle();

    @Message("窓口")
    String desk();

    @Message("渡す内容")
    String fields();

    @Message("選ばないものは渡りません。")
    String fieldsHint();

    @Message("要約")
    String summaryText();

    @Message("相手が受理する前に読む文です。名前や連絡先を入れないでください。")
    String summaryHint();

    @Message("提供の根拠")
    String basis();

    @Message("相談者が相談ポストで同意した")
    String basisRecord();

    @Message("相談者に確認した(選んだ内容のすべて)")
    String basisTold();

    @Message("同意を待てない: 生命・身体・財産の保護(個人情報保護法27条1項2号)")
    String basisLife();

    @Message("同意を待てない: 児童の健全な育成(27条1項3号)")
    String basisChild();

    @Message("同意を確かめた日時(日本時間)")
    String givenAt();

    @Message("同意を待てない理由")
    String groundReason();

    @Message("承認した主任")
    String approvedBy();

    @Message("引き継ぐ")
    String refer();

    @Message("相手が見る内容を確かめる")
    String preview();

    @Message("相談者に同意をたずねる")
    String askConsent();

    @Message("窓口ごとの受付要件")
    String profiles();

    @Message("対象")
    String takes();

    @Message("対象外")
    String refuses();

    @Message("必要な内容")
    String needs();

    @Message("受付時間")
    String hours();

    @Message("受付停止中")
    String closedNow();

    @Message("完了にする")
    String close();

    @Message("相手が見る内容")
    String previewTitle();

    @Message("見える")
    String wouldSee();

    @Message("見えない")
    String wouldNotSee();

    @Message("相談に戻る(入力は消えます)")
    String backToCase();
}
