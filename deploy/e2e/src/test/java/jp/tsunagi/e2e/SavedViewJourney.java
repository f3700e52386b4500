package jp.tsunagi.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A counsellor keeps a list of the queue under a name. */
@ExtendWith(World.Shared.class)
class SavedViewJourney {

    private static final String ADDRESS = "/desk/queue?view=mine&urgency=high";

    @ParameterizedTest
    @CsvSource({"360, true", "1280, false"})
    @DisplayName("UX-23: a filter is kept under a name, found again wherever its owner signs in, and by nobody else")
    void aFilterIsKeptUnderAName(int width, boolean scripts, World world) {
        String name = "夜の当番 " + UUID.randomUUID().toString().substring(0, 8);
        try (var here = world.window(width, scripts);
                var elsewhere = world.window(width, scripts);
                var colleague = world.window(width, scripts)) {
            here.openAs("sato", ADDRESS);
            open(here, ".savebox");
            assertEquals(422, here.press("保存する"));
            here.isTold("名前を書いてください");
            isShown(here);
            assertEquals(200, here.fill("name", name).press("保存する"), here::text);
            here.sees("表示を保存しました");
            assertEquals(name, here.textOf(".saved [aria-current]"));

            assertEquals(200, here.open("/desk/queue?view=mine&status=in-progress"));
            open(here, ".savebox");
            assertEquals(409, here.fill("name", name).press("保存する"));
            here.isTold("その名前の表示はもうあります");
            assertEquals(name, here.value("name"));
            assertEquals("in-progress", here.value("status"));
            assertFalse(here.has(".saved [aria-current]"), "another list than the one of this name");

            elsewhere.openAs("sato", "/desk/queue");
            assertEquals(200, elsewhere.follow(name));
            assertEquals(world.stack().url() + ADDRESS, elsewhere.page().url());
            isShown(elsewhere);
            colleague.openAs("suzuki", ADDRESS);
            colleague.doesNotSee(name);

            open(elsewhere, ".savebox");
            assertEquals(200, elsewhere.press("「" + name + "」を消す"));
            elsewhere.sees("表示を消しました");
            isShown(elsewhere);
            elsewhere.doesNotSee(name);
        }
    }

    /** By keyboard: without scripts a click may land before the page is laid out. */
    private static void open(Visitor visitor, String box) {
        visitor.page().locator(box + " summary").press("Enter");
    }

    /** The tab and what it is narrowed by, as they were chosen. */
    private static void isShown(Visitor visitor) {
        assertTrue(visitor.textOf(".tabs [aria-current=page]").startsWith("自分の担当"), visitor::text);
        assertEquals("high", visitor.value("urgency"));
        assertEquals("", visitor.value("status"));
    }
}
