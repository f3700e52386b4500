package jp.tsunagi.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The code that a person writes down is the one that opens the mailbox, whatever happens in between. */
@ExtendWith(World.Shared.class)
class OneCodeJourney {

    private static final String TEXT = "掲示板に本名を書かれました。";
    private static final String MORE = "きのうからです。";

    enum Device {
        PHONE(World::phone),
        PHONE_WITHOUT_SCRIPTS(World::phoneWithoutScripts),
        COMPUTER(World::computer),
        COMPUTER_WITHOUT_SCRIPTS(World::computerWithoutScripts);

        private final Function<World, Visitor> open;

        Device(Function<World, Visitor> open) {
            this.open = open;
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("UX-06, UX-19: change, mistake, another language, a second press: one code, and nothing typed is lost")
    void theCodeOfAConsultationNeverChanges(Device device, World world) {
        try (var visitor = device.open.apply(world)) {
            assertEquals(200, visitor.open("/consult"));
            visitor.fill("text", TEXT);
            assertEquals(200, visitor.readIn("English"));
            assertEquals(TEXT, visitor.value("text"));
            assertEquals(200, visitor.press("Go on to check"));
            String code = visitor.textOf("#d-code");

            assertEquals(200, visitor.readIn("日本語"));
            visitor.sees(TEXT);
            assertEquals(code, visitor.textOf("#d-code"));

            assertEquals(200, visitor.press("変える: 何が起きましたか"));
            assertEquals(422, visitor.fill("text", " ").press("確認へ進む"));
            assertEquals(200, visitor.fill("text", TEXT + MORE).press("確認へ進む"));
            assertEquals(code, visitor.textOf("#d-code"));

            assertEquals(200, visitor.press("この内容で相談を送る"));
            var receipt = new Consulter(visitor).receipt();
            assertEquals(code, visitor.textOf("#d-code"));
            assertEquals(200, visitor.readIn("English"));
            assertEquals(code, visitor.textOf("#d-code"));
            visitor.sees(receipt.number());
            assertEquals(200, visitor.readIn("日本語"));

            new Consulter(visitor).openBox(receipt);
        }
    }
}
