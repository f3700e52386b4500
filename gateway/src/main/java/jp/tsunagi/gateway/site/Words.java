package jp.tsunagi.gateway.site;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the gateway's own pages in Japanese. */
@MessageBundle("gateway")
public interface Words {

    @Message("ネットの書きこみで困っていませんか")
    String welcome();

    @Message("相談は無料です。名前を言わなくてもできます。ひみつは守ります。")
    String promise();

    @Message("相談する")
    String consult();

    @Message("約5分・スマホでできます")
    String consultHint();

    @Message("返事を読む")
    String box();

    @Message("16けたの確認コードを使います")
    String boxHint();

    @Message("困ったときの電話")
    String phones();

    @Message("電話やチャットで話せる窓口の一覧")
    String phonesLink();

    @Message("この番号を確かめた日:")
    String checkedOn();

    @Message("家族に知られたくないとき(安全な使い方)")
    String safety();

    @Message("ほかのご用")
    String others();

    @Message("連絡会")
    String council();

    @Message("窓口どうしが集まり、話し合ったことと決めたことをお知らせします。")
    String councilHint();

    @Message("窓口一覧")
    String directory();

    @Message("どの窓口が何を受け付けるか、いつつながるか。")
    String directoryHint();

    @Message("機関の方")
    String agencies();

    @Message("相談員として入る")
    String deskSignIn();

    @Message("連携機関として入る")
    String partnerSignIn();

    @Message("事務局として入る")
    String councilSignIn();

    @Message("システムをつなぐ(API)")
    String developers();

    @Message("システムをつなぐ")
    String developersTitle();

    @Message("10分で最初の呼び出しができます。必要なものは、curlと、事務局から受け取ったクライアントIDとシークレットです。")
    String developersLead();

    @Message("1. トークンを受け取る")
    String tokenStep();

    @Message("トークンは5分で切れます。切れたら同じ呼び出しで受け取り直してください。")
    String tokenHint();

    @Message("2. 自分の機関に届いた引き継ぎを見る")
    String listStep();

    @Message("3. 引き継ぎを受理する")
    String acceptStep();

    @Message("If-Matchには、読んだときのETagを入れます。ほかの人が先に変えていれば412が返り、何も変わりません。Idempotency-Keyが同じなら、何度送っても一度だけ行われます。")
    String acceptHint();

    @Message("うまくいかないとき")
    String problems();

    @Message(
            "どの失敗も application/problem+json で返ります。code は変わらない名前、blame は直す側、retryable は同じ内容で送り直せるか、requestId は問い合わせのときの番号です。")
    String problemsHint();

    @Message("APIの説明書(OpenAPI 3.1)")
    String openApi();

    @Message("イベントの一覧")
    String events();

    @Message("プラットフォームの中で流れるイベントの例です。個人の情報は入っていません。")
    String eventsHint();

    @Message("イベント")
    String event();

    @Message("トピック")
    String topic();

    @Message("データの例")
    String example();

    @Message("ウェブアクセシビリティ方針")
    String accessibility();

    @Message("だれもが、どの道具を使っていても、相談できることを目ざしています。")
    String accessibilityLead();

    @Message("目標")
    String goal();

    @Message("JIS X 8341-3:2016 の適合レベルAAに準拠することと、WCAG 2.2 のレベルA・AAを満たすことを目標にしています。")
    String goalText();

    @Message("いまの状態")
    String state();

    @Message("JIS X 8341-3:2016 に基づく試験は、まだ行っていません。試験を行うまで、「準拠」とは表示しません。")
    String stateText();

    @Message("していること")
    String doing();

    @Message("すべてのページは、スクリプトを切っても使えます。")
    String doingScripts();

    @Message("すべての操作は、キーボードだけでできるように作っています。")
    String doingKeyboard();

    @Message("色だけで意味を伝えることはしません。")
    String doingColour();

    @Message("まだできていないこと")
    String notYet();

    @Message("スクリーンリーダー(NVDA、PC-Talker、VoiceOver、TalkBack)での確認。")
    String notYetReaders();

    @Message("ふりがなと、やさしい日本語。")
    String notYetReading();

    @Message("使いにくいところを見つけたとき")
    String contact();

    @Message("相談フォームから「そのほか」として知らせてください。お名前は要りません。")
    String contactText();
}
