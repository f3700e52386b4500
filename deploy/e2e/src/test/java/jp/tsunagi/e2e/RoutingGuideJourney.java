package jp.tsunagi.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the council decides about the routing reaches the desk: from the topic to the rules that triage follows. */
@ExtendWith(World.Shared.class)
class RoutingGuideJourney {

    @Test
    @DisplayName(
            "a guide is tried over past cases, proposed for a decided topic, adopted by another account, and followed")
    void aGuideIsTriedAdoptedAndFollowed(World world) {
        try (var chief = world.phoneWithoutScripts();
                var council = new Council(world.phoneWithoutScripts(), "ito");
                var second = new Council(world, "hayashi")) {
            // The rules of the release, so that other journeys find the desks that they know.
            chief.openAs("suzuki", "/desk/rules/dry-run");
            String guide = chief.value("routingGuide");
            chief.fill("routingGuide", guide.replace("desk: SIA_SAFELINE", "desk: SIA_SAVELINE"));
            assertEquals(422, chief.press("試す"));
            chief.isTold("no desk is called SIA_SAVELINE");
            chief.fill("routingGuide", guide.replace("desk: SIA_SAFELINE", "desk: POLICE_9110"));
            assertEquals(200, chief.press("試す"), chief::text);
            chief.sees("緊急度が下がる相談");

            var secretary = council.visitor();
            String topic = council.draft("窓口の振り分け", "性的な画像の相談の行き先を決める。");
            assertEquals(200, secretary.press("採択する"));
            secretary.fill("meetingOn", LocalDate.now(ZoneId.of("Asia/Tokyo")).toString());
            assertEquals(200, secretary.press("会合の日を決める"));
            assertEquals(200, secretary.press("協議済にする"));
            secretary.fill("decision", "いまの指針のままとする。");
            assertEquals(200, secretary.press("決定を記録する"), secretary::text);
            assertEquals(200, secretary.follow("この決定の指針を提案する"));
            secretary.fill("effectiveFrom", "2020-01-01").fill("text", guide);
            assertEquals(422, secretary.press("提案する"), secretary::text);
            secretary.fill(
                    "effectiveFrom", LocalDate.now(ZoneId.of("Asia/Tokyo")).toString());
            assertEquals(200, secretary.press("提案する"), secretary::text);
            secretary.sees("あなたが提案したので、採択はできません");
            String name = secretary.textOf("h1");

            second.visitor().open(secretary.path());
            assertEquals(
                    200, second.visitor().press("採択する"), () -> second.visitor().text());
            secretary.open("/council/admin/topics/" + topic);
            secretary.sees(name);

            chief.open("/desk/rules");
            chief.waitsFor(name.replace("振り分け指針 ", "連絡会が採択した"));
            chief.sees("この指針で振り分けています");
        }
    }
}
