package jp.tsunagi.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The secretariat at 17:10: a topic has to be out today. */
@ExtendWith(World.Shared.class)
@Tag("R3.6")
class CouncilJourney {

    @Test
    @Tag("R8.8")
    void theSecretariatPublishesATopicThatEverybodyReads(World world) {
        try (var council = new Council(world);
                var second = new Council(world, "hayashi");
                var anybody = world.phoneWithoutScripts()) {
            String topic = council.draft("青少年が巻き込まれるトラブル", "学校の外の掲示板での被害について。\n各機関の取組を持ち寄る。");
            assertEquals(404, anybody.open("/council/topics/" + topic));
            assertEquals(
                    404,
                    world.machine("agency-sia")
                            .getAsNobody("/v1/topics/" + topic)
                            .status());

            assertEquals(200, council.visitor().tick("visibility", "public").press("公開される内容を確かめる"));
            council.visitor().sees("各機関の取組を持ち寄る。");
            assertEquals(404, anybody.open("/council/topics/" + topic), "looking is not publishing");
            assertEquals(200, council.visitor().press("公開を申請する"));
            council.visitor().sees("事務局の別のアカウントの人が");
            assertEquals(404, anybody.open("/council/topics/" + topic), "asking is not publishing");
            assertEquals(200, second.visitor().open("/council/admin/topics/" + topic + "/publish"));
            assertEquals(200, second.visitor().press("公開する"));

            assertEquals(200, anybody.open("/council"));
            assertEquals(200, anybody.follow("青少年が巻き込まれるトラブル"));
            anybody.sees("各機関の取組を持ち寄る。");
            assertEquals(
                    200,
                    world.machine("agency-sia")
                            .getAsNobody("/v1/topics/" + topic)
                            .status());
        }
    }

    @Test
    @Tag("R14.9")
    void aTopicWithATelephoneNumberIsNotPublishedUntilItIsLookedAt(World world) {
        try (var council = new Council(world);
                var second = new Council(world, "hayashi");
                var anybody = world.phone()) {
            String topic = council.draft("連絡のつけ方", "事例の方の電話は 090-1234-5678 でした。");

            assertEquals(200, council.visitor().tick("visibility", "public").press("公開される内容を確かめる"));
            council.visitor().sees("1行目に電話番号らしいものがあります。");
            assertEquals(200, council.visitor().press("公開を申請する"));

            assertEquals(200, second.visitor().open("/council/admin/topics/" + topic + "/publish"));
            assertEquals(422, second.visitor().press("公開する"));
            second.visitor().isTold("1行目に電話番号らしいものがあります。");
            assertEquals(404, anybody.open("/council/topics/" + topic));
        }
    }

    @Test
    @Tag("R14.8")
    void theFiguresShowNobodyASmallNumber(World world) {
        try (var anybody = world.computer()) {
            assertEquals(200, anybody.open("/council/statistics"));

            anybody.sees("10ごとにまるめて");
            for (var cell : anybody.page().locator("td.number").allInnerTexts()) {
                assertEquals(true, cell.equals("10未満") || Integer.parseInt(cell) % 10 == 0, cell);
            }
        }
    }
}
