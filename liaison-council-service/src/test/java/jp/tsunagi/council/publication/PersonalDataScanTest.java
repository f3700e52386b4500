package jp.tsunagi.council.publication;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import jp.tsunagi.platform.problem.Refusal;
import jp.tsunagi.testing.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Requirement({"F13", "R14.9"})
class PersonalDataScanTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "電話は090-1234-5678です|phone-number",
                "電話は０９０－１２３４－５６７８です|phone-number",
                "連絡先 09012345678|phone-number",
                "090-**1234**-5678|phone-number",
                "090\\-1234\\-5678|phone-number",
                "03ー1234ー5678 まで|phone-number",
                "(03) 1234-5678|phone-number",
                "+81 90-1234-5678|phone-number",
                "yamano.haruka@example.jp から|mail-address",
                "ｙａｍａｎｏ＠ｅｘａｍｐｌｅ．ｊｐ|mail-address",
                "受付番号 2026-K7QF-3M の件|receipt-number",
                "確認コード 4821 0937 5560 2714|confirmation-code",
                "〒100-8926|postal-code",
                "相談 0199c0de-0000-7000-8000-000000000002|record-id",
                "相談 0199c0de 0000 7000 8000 000000000002|record-id",
                "090\u200b-12\u200d34-56\u2060 78|phone-number",
                "09\u00ad0-1234-5678|phone-number",
                "\u202e090-1234-5678\u202c|phone-number",
                "0 9 0 1 2 3 4 5 6 7 8|phone-number",
                "窓口2 090-1234-5678 2026年|phone-number",
                "〇九〇ー一二三四ー五六七八|phone-number",
                "零九〇 一二三四 五六七八|phone-number",
                "①⑨ 0️⃣9️⃣0️⃣-1234-5678|phone-number",
                "٠٩٠-١٢٣٤-٥٦٧٨|phone-number",
                "0・9・0・1234・5678|phone-number",
                "受付番号 2026K7QF3M の件|receipt-number",
                "受付番号 2026 K7QF 3M の件|receipt-number",
                "受付番号 2026-k7qf3m|receipt-number",
                "確認コード4821093755602714|confirmation-code",
                "4-8-2-1-0-9-3-7-5-5-6-0-2-7-1-4|confirmation-code",
                "〒 一〇〇-八九二六|postal-code",
                "yamano(at)example(dot)jp|mail-address",
                "yamano @ example.jp|mail-address",
                "山野はるかさんの相談|person-name",
                "山野 はるか様|person-name",
                "スミスさん|person-name",
                "山野\u200b氏|person-name",
                "Ms. Yamano said|person-name",
                "佐々木が話した|person-name",
                "東京都千代田区霞が関二丁目一番二号|home-address",
                "千代田区霞が関2-1-2|home-address",
                "埼玉県所沢市並木1-13|home-address",
                "字山下123番地|home-address",
                "LINEのID: haruka_y|account-name",
                "Xのアカウントは haruka_99|account-name",
                "@haruka_y に連絡|account-name",
                "https://haruka:secret@example.jp/|login-in-url"
            })
    void aTraceOfAPersonStopsThePublication(String text, String code) {
        var refusal =
                assertThrows(Refusal.class, () -> PersonalDataScan.check(Map.of("/body", "一行目\n" + text), List.of()));

        assertEquals("personal-data-suspected", refusal.code());
        var found = refusal.violations().stream()
                .filter(violation -> violation.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new AssertionError("only " + refusal.violations()));
        assertEquals("/body", found.pointer());
        assertEquals(2, found.values().get("line"));
    }

    @Test
    void aFindingShowsTheEditorWhatWasWrittenAndWhere() {
        var findings = PersonalDataScan.find(Map.of("/body", "一行目\n電話は０９０\u200b-1234-5678です"));

        assertEquals(1, findings.size());
        assertEquals("/body:2:phone-number", findings.getFirst().key());
        assertEquals("０９０\u200b-1234-5678", findings.getFirst().found());
    }

    @Test
    @Requirement("R4.9")
    void theRefusalDoesNotRepeatWhatItFound() {
        var refusal =
                assertThrows(Refusal.class, () -> PersonalDataScan.check(Map.of("/body", "090-1234-5678"), List.of()));

        assertFalse(refusal.violations().toString().contains("1234"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "青少年が巻き込まれるトラブル",
                "2026年12月4日の第12回会合で話し合う",
                "2026-12-04 14:00-16:00",
                "相談は2,233件、全体の59.7%",
                "消費者ホットライン188、警察相談専用電話#9110",
                "みんなの人権110番 0570-003-110",
                "こどもの人権110番 0120-007-110",
                "費用は 1000000000 円",
                "資料1-2、資料10-3",
                "皆さん、お母さん、お子さん、相談者さん、たくさんの同様の仕様",
                "山口県と福島県、千葉市の窓口",
                "東京都千代田区の窓口で受ける",
                "氏名と住所を聞かない",
                "二〇二六年十二月四日、第十二回の会合",
                "X(旧Twitter)の投稿、https://example.jp/report?id=1"
            })
    void figuresDatesAndNumbersOfDesksMayBePublished(String text) {
        assertDoesNotThrow(() -> PersonalDataScan.check(Map.of("/body", text), List.of()));
    }
}
