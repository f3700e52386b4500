package jp.tsunagi.referral;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the pages of the public directory say. Public because the class written for it is loaded elsewhere. */
@MessageBundle(value = "directory", locale = "ja")
public interface DirectoryWords {

    @Message("窓口一覧")
    String directoryTitle();

    @Message("どこに相談できるかの一覧です。電話番号や時間は変わることがあります。")
    String directoryLead();

    @Message("窓口")
    String desk();

    @Message("機関")
    String agency();

    @Message("受ける相談")
    String scope();

    @Message("受けない相談")
    String refuses();

    @Message("連絡の方法")
    String channels();

    @Message("受付時間")
    String hours();

    @Message("電話")
    String phone();

    @Message("確認した日")
    String asOf();

    @Message("出典")
    String source();

    @Message("確認できていないこと")
    String unverified();

    @Message("条件")
    String conditions();

    @Message("照会の受付")
    String accepting();

    @Message("受け付けています")
    String acceptingYes();

    @Message("受け付けていません")
    String acceptingNo();

    @Message("照会の届け方")
    String modes();

    @Message("必要な項目")
    String required();

    @Message("あるとよい項目")
    String wanted();

    @Message("渡してはいけない項目")
    String refused();

    @Message("窓口一覧にもどる")
    String toDirectory();
}
