package jp.tsunagi.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A counsellor is interrupted and is not alone, a mailbox closes itself; and nothing that was typed is lost. */
@ExtendWith(World.Shared.class)
class CaseDraftJourney {

    private static final String PLAIN = "{\"text\": \"ふつうの相談\"}";

    @ParameterizedTest
    @CsvSource({"360, true", "1280, false"})
    @DisplayName("UX-25: a half-written answer is there again, with its time, when the tab and the session are gone")
    void anAnswerSurvivesItsTab(int width, boolean scripts, World world) {
        String address = address(Consulter.byProgram(world, PLAIN));
        try (var writer = world.window(width, scripts)) {
            writer.openAs("sato", address);
            writer.fill("text", "電話の前に書いた回答。");
            if (scripts) {
                writer.hears("書きかけを保存しました");
            } else {
                assertEquals(200, writer.press("書きかけを保存する"));
            }
        }
        try (var writer = world.window(width, scripts)) {
            writer.openAs("sato", address);
            writer.sees("書きかけを戻しました");
            assertTrue(writer.has("#answer .notice time"), "with its time");
            assertEquals("電話の前に書いた回答。", writer.value("text"));
            assertEquals(200, writer.press("回答を送る"));
            writer.sees("回答を送りました");
            assertEquals("", writer.value("text"), "what was sent is no draft");
        }
    }

    @ParameterizedTest
    @CsvSource({"360, false", "1280, true"})
    @DisplayName("UX-24: who answers second reads the first answer and chooses, and no text is lost")
    void twoAnswerAtOnce(int width, boolean scripts, World world) {
        String address = address(Consulter.byProgram(world, PLAIN));
        try (var first = world.window(width, scripts);
                var second = world.window(width, scripts)) {
            first.openAs("sato", address);
            second.openAs("suzuki", address);
            assertEquals(200, first.fill("text", "佐藤の回答。").press("回答を送る"));

            assertEquals(412, second.fill("text", "鈴木の回答。").press("回答を送る"));
            second.sees("ほかの人の回答が先に届いています");
            second.sees("佐藤の回答。");
            assertEquals("鈴木の回答。", second.value("text"));
            second.sees("自分の文も送る");
            second.sees("先の回答だけにする");
            assertEquals(200, second.press("先の回答を続けて入れて、直す"));
            assertTrue(second.value("text").contains("佐藤の回答。"), second.value("text"));
            assertTrue(second.value("text").contains("鈴木の回答。"), second.value("text"));
            assertEquals(200, second.fill("text", "二人の回答。").press("回答を送る"));

            first.open(address);
            first.sees("二人の回答。");
            first.doesNotSee("鈴木の回答。");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {360, 1280})
    @DisplayName("A half-written message of the mailbox is there again for who brings the code, and for nobody else")
    void aMessageSurvivesAMailboxThatClosed(int width, World world) {
        JsonNode mine = Consulter.byProgram(world, PLAIN);
        JsonNode others = Consulter.byProgram(world, PLAIN);
        try (var person = world.window(width, true)) {
            enter(person, mine);
            person.fill("text", "まだ書いている");
            person.hears("確認コードを入れるとここにもどります");
            assertFalse(
                    String.valueOf(person.page().evaluate("JSON.stringify({...sessionStorage})"))
                            .contains("まだ"),
                    "sealed");
            person.loseSessions();

            enter(person, mine);
            assertEquals("まだ書いている", person.value("text"));
            assertEquals(200, person.press("送る"));
            assertEquals("", person.value("text"), "what was sent is no draft");

            person.fill("text", "もう一度書いている");
            person.hears("確認コードを入れるとここにもどります");
            person.loseSessions();
            enter(person, others);
            assertEquals("", person.value("text"));
        }
    }

    private static void enter(Visitor person, JsonNode receipt) {
        person.open("/box");
        assertEquals(
                200,
                person.fill("code", receipt.path("confirmationCode").asText()).press("ひらく"));
    }

    private static String address(JsonNode receipt) {
        return "/desk/case/" + receipt.path("id").asText();
    }
}
