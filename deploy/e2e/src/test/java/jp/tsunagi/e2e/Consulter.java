package jp.tsunagi.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;

/** Somebody who was hurt online and asks for help, without an account. */
record Consulter(Visitor visitor) {

    static final String TEXT = "匿名掲示板に名前と学校を書かれて困っています。消してほしいです。";
    static final String URL = "https://bbs.example.net/test/read/9/15";
    static final String NAME = "みなと";
    static final String MAIL = "minato@mail.example.jp";

    /** What the consulter keeps: the number of the case and the code that opens the mailbox. */
    record Receipt(String number, String code) {}

    /** Tells the same by a program, without the form; returns the receipt. */
    static JsonNode byProgram(World world) {
        return byProgram(world, """
                {"text":"%s","urls":["%s"],"categories":["defamation"],"wish":"delete_by_other","danger":"no",
                 "consulter":{"type":"victim_self","ageBand":"16-17","callName":"%s"},"contact":"%s"}""".formatted(TEXT, URL, NAME, MAIL));
    }

    static JsonNode byProgram(World world, String body) {
        var answer = world.machine("agency-sia")
                .postAsNobody("/v1/consultations", UUID.randomUUID().toString(), body);
        assertEquals(201, answer.status(), () -> answer.body().toString());
        return answer.body();
    }

    static Machine.Answer writeByProgram(World world, JsonNode receipt, String text) {
        return world.machine("agency-sia")
                .postWithCode("/v1/mailbox/messages", code(receipt), "{\"text\":\"" + text + "\"}");
    }

    static JsonNode readByProgram(World world, JsonNode receipt) {
        return world.machine("agency-sia")
                .getWithCode("/v1/mailbox", code(receipt))
                .body();
    }

    private static String code(JsonNode receipt) {
        return receipt.path("confirmationCode").asText();
    }

    /** Fills the form, looks through it, sends it. */
    Receipt consult() {
        fillForm();
        assertEquals(200, visitor.press("確認へ進む"));
        visitor.sees("送る前に確かめてください");
        visitor.sees(TEXT);
        String shownBefore = digits(visitor.textOf("#d-code"));
        assertEquals(200, visitor.press("この内容で相談を送る"));
        Receipt receipt = receipt();
        assertTrue(receipt.number().matches("\\d{4}-[2-9A-Z]{4}-[2-9A-Z]{2}"), receipt::number);
        assertEquals(16, receipt.code().length());
        assertEquals(shownBefore, receipt.code());
        return receipt;
    }

    /** Reads the receipt that the page shows. */
    Receipt receipt() {
        visitor.sees("受付票");
        return new Receipt(visitor.textOf("#receipt-number"), digits(visitor.textOf("#d-code")));
    }

    /** Answers every question, page by page, and stays at the last one. */
    void fillForm() {
        fillForm(TEXT, NAME);
    }

    void fillForm(String text, String name) {
        assertEquals(200, visitor.open("/consult"));
        visitor.fill("text", text);
        goOn();
        visitor.tick("categories", "defamation");
        goOn();
        visitor.fill("urls", "ｈｔｔｐｓ：／／ｂｂｓ．ｅｘａｍｐｌｅ．ｎｅｔ／test/read/9/15");
        goOn();
        visitor.tick("danger", "no");
        goOn();
        visitor.tick("wish", "delete_by_other");
        goOn();
        visitor.tick("consulterType", "victim_self");
        goOn();
        visitor.tick("ageBand", "16-17");
        goOn();
        visitor.fill("callName", name).fill("contact", MAIL).fill("prefecture", "東京都");
    }

    void goOn() {
        assertEquals(200, visitor.press("つぎへ"), visitor::text);
    }

    /** Opens the mailbox with the digits as a Japanese keyboard may write them. */
    void openBox(Receipt receipt) {
        visitor.open("/box");
        assertEquals(200, visitor.fill("code", fullWidth(receipt.code())).press("ひらく"));
        visitor.sees(receipt.number());
    }

    static String fullWidth(String digits) {
        var wide = new StringBuilder();
        for (int i = 0; i < digits.length(); i++) {
            wide.append((char) (digits.charAt(i) - '0' + '０'));
            if (i % 4 == 3) {
                wide.append(i == 7 ? "－" : "　");
            }
        }
        return wide.toString();
    }

    private static String digits(String shown) {
        return shown.replaceAll("\\D", "");
    }
}
