package jp.tsunagi.council.publication;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import jp.tsunagi.platform.problem.Refusal;
import jp.tsunagi.testing.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Requirement("R14.9")
class PersonalDataScanTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "電話は090-1234-5678です|phone-number",
                "電話は０９０－１２３４－５６７８です|phone-number",
                "連絡先 09012345678|phone-number",
                "03ー1234ー5678 まで|phone-number",
                "(03) 1234-5678|phone-number",
                "+81 90-1234-5678|phone-number",
                "yamano.haruka@example.jp から|mail-address",
                "ｙａｍａｎｏ＠ｅｘａｍｐｌｅ．ｊｐ|mail-address",
                "受付番号 2026-K7QF-3M の件|receipt-number",
                "確認コード 4821 0937 5560 2714|confirmation-code",
                "〒100-8926|postal-code",
                "相談 0199c0de-0000-7000-8000-000000000002|record-id"
            })
    void aTraceOfAPersonStopsThePublication(String text, String code) {
        var refusal = assertThrows(Refusal.class, () -> PersonalDataScan.check(Map.of("/body", "一行目\n" + text)));

        assertEquals("personal-data-suspected", refusal.code());
        assertEquals(code, refusal.violations().getFirst().code());
        assertEquals("/body", refusal.violations().getFirst().pointer());
        assertEquals(2, refusal.violations().getFirst().values().get("line"));
    }

    @Test
    @Requirement("R4.9")
    void theRefusalDoesNotRepeatWhatItFound() {
        var refusal = assertThrows(Refusal.class, () -> PersonalDataScan.check(Map.of("/body", "090-1234-5678")));

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
                "資料1-2、資料10-3"
            })
    void figuresDatesAndNumbersOfDesksMayBePublished(String text) {
        assertDoesNotThrow(() -> PersonalDataScan.check(Map.of("/body", text)));
    }
}
