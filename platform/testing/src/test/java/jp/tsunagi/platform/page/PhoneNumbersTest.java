package jp.tsunagi.platform.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhoneNumbersTest {

    @ParameterizedTest
    @CsvSource({
        "110, tel:110",
        "#9110, tel:%239110",
        "警察 #9110(平日), tel:%239110",
        "188, tel:188",
        "0120-0-78310, tel:0120-0-78310",
        "0120-99-7777, tel:0120-99-7777",
        "みんなの人権110番 0570-003-110 / 女性 0570-070-810, tel:0570-003-110 tel:0570-070-810",
        "0570-078374(IP電話 03-6745-5600), tel:0570-078374 tel:03-6745-5600",
        "24時間, ''"
    })
    void everyNumberCanBeCalledAndNothingElse(String text, String numbers) {
        assertEquals(
                numbers,
                PhoneNumbers.phoneParts(text).stream()
                        .map(PhoneNumbers.Part::uri)
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(" ")));
    }

    @Test
    void theWordsStay() {
        String text = "みんなの人権110番 0570-003-110 / 女性 0570-070-810";
        assertEquals(
                text.replace(" ", ""),
                PhoneNumbers.phoneParts(text).stream()
                        .map(PhoneNumbers.Part::text)
                        .collect(Collectors.joining())
                        .replace(" ", ""));
    }
}
