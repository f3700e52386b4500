package jp.tsunagi.intake.mailbox;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the mailbox says. Public because the class written for it is loaded elsewhere. */
@MessageBundle(value = "box", locale = "ja")
public interface BoxWords {

    @Message("返事を読む")
    String enterTitle();

    @Message("確認コード")
    String code();

    @Message("16けたの数字。すきまや「-」があってもかまいません。")
    String codeHint();

    @Message("ひらく")
    String open();

    @Message("確認コードをなくしたときは、もう一度はじめから相談してください。")
    String lost();

    @Message("相談ポスト")
    String title();

    @Message("受付番号")
    String receiptNumber();

    @Message("状態")
    String status();

    @Message("受付")
    String receivedAt();

    @Message("{desk}に伝えてもよいですか")
    String mayWeTell(String desk);

    @Message("選んだ内容だけを、この窓口に伝えます。ほかのことには使いません。「いいえ」でも相談は続けられます。")
    String consentText();

    @Message("伝える内容")
    String whatWeTell();

    @Message("説明文の版")
    String textVersion();

    @Message("はい、選んだ内容を伝えてよい")
    String yes();

    @Message("いいえ")
    String no();

    @Message("ほかの窓口")
    String elsewhere();

    @Message("返事")
    String messages();

    @Message("あなた")
    String fromYou();

    @Message("相談員より")
    String fromCounsellor();

    @Message("まだ返事はありません。")
    String noMessages();

    @Message("返事を書く")
    String write();

    @Message("送る")
    String send();

    @Message("ログアウト")
    String leave();
}
