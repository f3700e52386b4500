package jp.tsunagi.intake.entry;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the public form says. Public because the class written for it is loaded elsewhere. */
@MessageBundle(value = "consult", locale = "ja")
public interface ConsultWords {

    @Message("相談する")
    String title();

    @Message("相談は無料です。名前を言わなくてもできます。ひみつは守ります。答えたくないことは、そのままでかまいません。")
    String lead();

    @Message("いま命や体の危険があるとき")
    String dangerTitle();

    @Message("すぐに110番に電話してください。話を聞いてほしいときは、子ども 0120-0-78310、よりそいホットライン 0120-279-338(24時間)。")
    String dangerText();

    @Message("家族に知られたくないとき(安全な使い方)")
    String safetyLink();

    @Message("始める前に")
    String safetyTitle();

    @Message("右上の「このページをすぐ閉じる」で天気のページに変わります。キーボードではShiftを3回押します。")
    String safetyExit();

    @Message("ブラウザーの履歴は消えません。あとで消してください。")
    String safetyHistory();

    @Message("閉じると、書いたことは残りません。")
    String safetyKept();

    @Message("みんなで使う端末では、プライベートモードを使ってください。")
    String safetyShared();

    @Message("始める")
    String begin();

    @Message("写真について大事なお知らせ")
    String imageTitle();

    @Message("18歳になっていない人の裸や下着の写真・動画は、ここに送らないでください。あなたが悪いのではありません。URL(場所)だけで相談できます。")
    String imageText();

    @Message("写真を持っている・送るだけで、法律の問題になることがあります。")
    String imageUrl();

    @Message("何が起きましたか")
    String what();

    @Message("短くてもかまいません。1万文字まで書けます。")
    String whatHint();

    @Message("どこで(URL)")
    String where();

    @Message("いくつでも、続けてはりつけられます。わからないときは空のままでかまいません。")
    String whereHint();

    @Message("いま、身の危険を感じますか")
    String danger();

    @Message("どうしたいですか")
    String wish();

    @Message("あなたはどれにあてはまりますか")
    String who();

    @Message("被害にあっている人の年れい")
    String age();

    @Message("わかりやすい言葉で返事を書くために聞きます。")
    String ageHint();

    @Message("あてはまるもの(いくつでも)")
    String kind();

    @Message("呼んでほしい名前")
    String callName();

    @Message("本名でなくてかまいません。")
    String callNameHint();

    @Message("お知らせを受け取るメールアドレス")
    String mail();

    @Message("なくてもかまいません。メールには相談のことは書きません。")
    String mailHint();

    @Message("都道府県")
    String prefecture();

    @Message("相談員と法務アドバイザーが読みます。ほかの機関に伝えるときは、もう一度あなたに聞きます。")
    String promise();

    @Message("確認へ進む")
    String toCheck();

    @Message("送る前に確かめてください")
    String checkTitle();

    @Message("確認コードを書きとめてください")
    String codeTitle();

    @Message("返事を読むときに使います。この番号は、送ったあとの画面のほかには出せません。電話番号のように見えるので、メモしておいても目立ちません。")
    String codeText();

    @Message("この内容で相談を送る")
    String send();

    @Message("変える")
    String change();

    @Message("相談を受け付けました")
    String receiptTitle();

    @Message("受付票")
    String receiptHeading();

    @Message("受付:")
    String receivedAt();

    @Message("受付番号")
    String receiptNumber();

    @Message("確認コード")
    String code();

    @Message("確認コードはもう表示できません。なくすと返事を読めません。")
    String codeOnce();

    @Message("このあと")
    String next();

    @Message("相談員がすぐに読みます。待たずに110番にも電話してください。")
    String nextEmergency();

    @Message("相談員が読みます(めやす: 3営業日以内)。")
    String nextNormal();

    @Message("返事は相談ポストに届きます。")
    String nextBox();

    @Message("返事を読む")
    String toBox();

    @Message("終わる")
    String finish();
}
