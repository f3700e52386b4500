package jp.tsunagi.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What people wrote stays text on every view, and stays out of every log. */
@ExtendWith(World.Shared.class)
class SecrecyJourney {

    private static final String HOSTILE =
            "<script>document.title='taken'</script><img src=x onerror=\"document.title='taken'\">{{7*7}}";

    @Test
    @Tag("R1.2")
    void markupIsShownAsItWasWrittenOnEveryView(World world) {
        try (var phone = world.phone();
                var computer = world.computer();
                var portal = world.computer()) {
            var consulter = new Consulter(phone);
            consulter.fillForm(HOSTILE, HOSTILE);
            assertEquals(200, phone.press("確認へ進む"));
            isOnlyText(phone);
            assertEquals(200, phone.press("この内容で相談を送る"));
            var receipt = consulter.receipt();

            var counsellor = new Counsellor(computer);
            String consultation = counsellor.signInAndOpen(receipt.number());
            isOnlyText(computer);
            counsellor.answer(HOSTILE);
            isOnlyText(computer);
            consulter.openBox(receipt);
            isOnlyText(phone);
            assertEquals(200, phone.fill("text", HOSTILE).press("送る"));
            isOnlyText(phone);
            computer.open("/desk/case/" + consultation);
            counsellor.refer("TOKYO_KOTAERU");

            var tokyo = new Partner(world.machine("agency-tokyo"));
            String number = tokyo.numberOf(tokyo.awaitArrival(consultation));
            portal.openAs("tanaka", "/partner");
            assertEquals(200, portal.follow(number));
            assertEquals(200, portal.press("受理する"));
            isOnlyText(portal);
        }
    }

    private static void isOnlyText(Visitor visitor) {
        visitor.sees(HOSTILE);
        assertFalse(visitor.has("img[src='x']"), "markup became an element");
        assertFalse(visitor.page().title().contains("taken"), "a script ran");
    }

    @Test
    @Tag("R1.11")
    @Tag("R14.1")
    @Tag("R16.6")
    void noLogHoldsWhatWasToldAndEachLineOfOursIsOneEvent(World world) throws IOException {
        Consulter.Receipt receipt;
        try (var phone = world.phoneWithoutScripts();
                var computer = world.computer()) {
            var consulter = new Consulter(phone);
            receipt = consulter.consult();
            consulter.openBox(receipt);
            new Counsellor(computer).signInAndOpen(receipt.number());
        }

        for (Path log : logs(world)) {
            String text = Files.readString(log);
            for (String told :
                    List.of(Consulter.TEXT, Consulter.NAME, Consulter.MAIL, receipt.code(), receipt.number())) {
                assertFalse(text.contains(told), log + " holds " + told);
            }
        }
        for (String service : List.of("intake", "referral", "council", "gateway")) {
            List<String> lines = Files.readAllLines(world.stack().state().resolve("log/" + service + ".log"));
            assertTrue(lines.size() > 1, service);
            lines.forEach(SecrecyJourney::isOneEvent);
        }
    }

    private static void isOneEvent(String line) {
        try {
            assertTrue(new ObjectMapper().readTree(line).hasNonNull("message"), line);
        } catch (JsonProcessingException torn) {
            throw new AssertionError(line, torn);
        }
    }

    private static List<Path> logs(World world) throws IOException {
        try (Stream<Path> files = Files.list(world.stack().state().resolve("log"))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
