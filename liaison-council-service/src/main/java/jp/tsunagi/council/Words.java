package jp.tsunagi.council;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the council's pages say. */
@MessageBundle("council")
public interface Words {

    @Message("違法・有害情報相談機関連絡会")
    String title();

    @Message("インターネット上の違法・有害情報の相談を受ける機関が集まり、相談した人が合う窓口に届くように話し合う場です。")
    String about();

    @Message("公開しているテーマ")
    String topics();

    @Message("読めるテーマはまだありません。")
    String noTopics();

    @Message("公開: ")
    String publishedOn();

    @Message("席のある機関")
    String seats();

    @Message("機関")
    String organisation();

    @Message("席")
    String role();

    @Message("はじまり")
    String since();

    @Message("確からしさ")
    String confidence();

    @Message("この一覧は {asOf} 時点のものです。出どころ: {source}")
    String seatsOrigin(String asOf, String source);

    @Message("連絡会の席と、相談を受ける窓口は別のものです。窓口は「窓口をさがす」で見られます。")
    String seatsAreNotDesks();

    @Message("席の一覧はまだありません。")
    String noSeats();

    @Message("統計を見る")
    String toStatistics();

    @Message("連絡会のページへ")
    String toCouncil();

    @Message("提案した機関")
    String proposer();

    @Message("会合の日")
    String meetingOn();

    @Message("決まったこと・理由")
    String note();

    @Message("状態")
    String status();

    @Message("読める人")
    String readers();

    @Message("連絡会の統計")
    String statistics();

    @Message("月")
    String month();

    @Message("この月を見る")
    String showMonth();

    @Message("まだ届いた数が動くことがあります。{asOf} 時点。")
    String figuresAsOf(String asOf);

    @Message("*")
    String masked();

    @Message("10より小さい数は、だれのことかわからないように「*」で隠しています。隠した数が引き算でわからないように、ほかの数や合計も隠すことがあります。")
    String maskingNote();

    @Message("これは隠していない数です。このまま外に出さないでください。")
    String exactNote();

    @Message("数")
    String count();

    @Message("合計")
    String total();

    @Message("窓口と状態の組み合わせ")
    String cells();

    @Message("窓口")
    String desk();

    @Message("この月の取次はまだありません。")
    String noCells();

    @Message("隠していない数を見る")
    String toExact();

    @Message("連絡会の公開管理")
    String admin();

    @Message("テーマの下書きと公開")
    String drafts();

    @Message("新しいテーマを書く")
    String newTopic();

    @Message("テーマの名前")
    String topicTitle();

    @Message("120字まで。個人の名前や番号は書かないでください。")
    String topicTitleHint();

    @Message("状況と論点")
    String topicBody();

    @Message("事例は、個人がわからないように書きかえてください。電話番号・メールアドレス・受付番号があると公開できません。")
    String topicBodyHint();

    @Message("下書きとして保存する")
    String saveDraft();

    @Message("直して保存する")
    String saveRevision();

    @Message("文を直す")
    String revise();

    @Message("公開する")
    String publish();

    @Message("だれが読めるようにしますか")
    String visibility();

    @Message("公開の日時(日本時間)")
    String embargo();

    @Message("すぐ公開するときは書かないでください。例: 2026-12-01 10:00")
    String embargoHint();

    @Message("公開される内容を確かめる")
    String toCheck();

    @Message("公開される内容の確認")
    String checkTitle();

    @Message("次の内容が公開されます。個人がわかる内容がないか、もう一度読んでください。")
    String checkLead();

    @Message("番号やアドレスは自動で調べました。名前までは調べられません。")
    String checkLimits();

    @Message("公開する日時")
    String checkWhen();

    @Message("すぐ")
    String atOnce();

    @Message("公開したあとは、文を変えたり範囲をせばめたりできません。")
    String checkFinal();

    @Message("もどって直す")
    String back();

    @Message("公開されるページを見る")
    String toPublicPage();

    @Message("公開しました")
    String published();

    @Message("まだ下書きはありません。")
    String noDrafts();

    @Message("「{name}」の文を保存しました。")
    String saved(String name);

    @Message("{#switch id}"
            + "{#case 'consultations-by-urgency'}相談の数(緊急度ごと)"
            + "{#case 'mentions-by-category'}相談の内容(1件に2つ以上あるときは、それぞれに数えます)"
            + "{#case 'referrals-by-desk'}取次の数(窓口ごと)"
            + "{#case 'referrals-by-status'}取次の数(いまの状態ごと)"
            + "{/switch}")
    String table(String id);

    @Message("区分")
    String kind();
}
