package jp.tsunagi.platform.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the shell itself says. Public because the class that Quarkus writes for it may sit in another class loader. */
@MessageBundle(value = "shell", locale = "ja")
public interface Words {

    @Message("つなぎ")
    String name();

    @Message("違法・有害情報の相談窓口をつなぐ")
    String tagline();

    @Message("本文へ進む")
    String skip();

    @Message("このページをすぐ閉じる")
    String exit();

    @Message("すぐ閉じる")
    String exitLandmark();

    @Message("Shiftキーを3回押しても閉じます")
    String exitHint();

    @Message("メインメニュー")
    String menu();

    @Message("English")
    String otherLanguage();

    @Message("サインイン")
    String signIn();

    @Message("サインアウト")
    String signOut();

    @Message("サインイン中:")
    String signedInAs();

    @Message("相談する")
    String consult();

    @Message("返事を読む")
    String box();

    @Message("連絡会")
    String council();

    @Message("窓口一覧")
    String directory();

    @Message("相談一覧")
    String queue();

    @Message("届いた照会")
    String inbox();

    @Message("送った照会")
    String outbox();

    @Message("統計")
    String statistics();

    @Message("公開と編集")
    String publishing();

    @Message("困ったとき")
    String help();

    @Message("電話やチャットで相談できる窓口")
    String phones();

    @Message("ウェブアクセシビリティ")
    String accessibility();

    @Message("システムをつなぐ方へ(API)")
    String developers();

    @Message("命や体の危険があるときは、すぐに110番か119番に電話してください。")
    String danger();

    @Message("エラー:")
    String error();

    @Message("入力を確かめてください")
    String checkInput();

    @Message("※必須")
    String required();

    @Message("変える")
    String change();

    @Message("次のページ")
    String next();

    @Message("選んでください")
    String choose();

    @Message("入力中の内容をこの画面に保存しました")
    String draftKept();

    @Message("数字をコピー")
    String copyDigits();

    @Message("コピーしました")
    String copied();

    @Message("ステップ {now} / {of}")
    String step(int now, int of);

    @Message("このあと")
    String whatNext();

    @Message("問い合わせ番号")
    String requestNumber();

    @Message("トップページへ")
    String home();

    @Message("サインインしてから、もう一度開いてください。")
    String doSignIn();

    @Message("担当の機関や役割が合っているか、管理者に確かめてください。")
    String doAskAccess();

    @Message("アドレスが正しいか確かめてください。記録が消されたか、見る権限がないこともあります。")
    String doCheckAddress();

    @Message("前の画面を開き直して、新しい内容を確かめてから、もう一度行ってください。")
    String doReload();

    @Message("前の画面に戻って、入力を直してください。")
    String doCorrect();

    @Message("少し待ってから、もう一度試してください。")
    String doWait();

    @Message("あなたのせいではありません。少し待ってから、もう一度試してください。続くときは、下の番号を伝えてください。")
    String doReport();

    @Message("どの機関として行いますか")
    String chooseAgency();

    @Message("機関を変える")
    String changeAgency();
}
