package jp.tsunagi.intake.triage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalDetailsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    田中太郎さんと佐藤に殴られました。 | 〇〇さんと〇〇に殴られました。
                    東京都新宿区西新宿2-8-1に住んでいます。 | 〇〇に住んでいます。
                    大阪府堺市北区百舌鳥町3丁の鈴木くん | 〇〇の〇〇くん
                    電話は０９０－１２３４－５６７８です。 | 電話は〇〇です。
                    03(1234)5678 と 090 1234 5678 に電話を | 〇〇 と 〇〇 に電話を
                    〒160-0023 に届きました | 〇〇 に届きました
                    mina.to+1@mail.example.jp から | 〇〇 から
                    """)
    void whatPointsToSomebodyIsMaskedAndTheRestStays(String typed, String masked) {
        assertEquals(masked, PersonalDetails.masked(typed));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "掲示板に悪口を書かれました。2026-11-30に消えました。",
                "京都に行ったときの写真が載っています。",
                "188と#9110に電話しました。",
                "さくらが咲く動画です。https://bbs.example.net/test/read/9/15",
                "",
                "@ @ . 0 0-0-0-0-0-0-0",
            })
    void whatPointsToNobodyStays(String typed) {
        assertEquals(List.of(), PersonalDetails.in(typed));
        assertEquals(typed, PersonalDetails.masked(typed));
    }

    @Test
    void aHostileTextIsMaskedInOnePass() {
        String hostile = "0".repeat(50_000) + "@".repeat(20_000) + "\u0300".repeat(30_000) + "田中";
        assertEquals(true, PersonalDetails.masked(hostile).endsWith("〇〇"));
    }
}
