package jp.tsunagi.referral.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import jp.tsunagi.referral.lifecycle.CommandType;
import jp.tsunagi.vocabulary.Outcome;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CommandShapeTest {

    @Test
    void agenciesGiveEveryCommandButThoseOfTheSystemAndTheOneThatASendingBecomes() {
        assertEquals(
                List.copyOf(EnumSet.complementOf(EnumSet.of(
                        CommandType.ASK_APPROVAL,
                        CommandType.ESCALATE,
                        CommandType.EXPIRE,
                        CommandType.CANCEL_WITHOUT_CONSENT,
                        CommandType.MARK_CONSENT_WITHDRAWN))),
                Arrays.stream(CommandShape.values()).map(CommandShape::type).toList());
    }

    @Test
    void notesOfOutcomesBecomeTheClosingNoteAndNoNoteBecomesNone() {
        var removed = new CommandRequest.Achieved(Outcome.CONTENT_REMOVED, "削除");
        var advised = new CommandRequest.Achieved(Outcome.ADVISED, "助言");
        var silent = new CommandRequest.Achieved(Outcome.ADVISED, null);

        assertEquals("全体", closingNote("全体", removed));
        assertEquals("削除\n助言", closingNote(null, removed, silent, advised));
        assertNull(closingNote(null, silent));
    }

    private static @Nullable String closingNote(@Nullable String note, CommandRequest.Achieved... outcomes) {
        return new CommandRequest.CompleteInput(List.of(outcomes), note, null)
                .toCommand()
                .words();
    }
}
