package jp.tsunagi.referral.lifecycle;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.problem.Refusal;

/**
 * The commands that an actor may give on a referral now. The list asks the state machine itself with a blank command of
 * each type: a command that is refused only for what it lacks is available, so list and switch cannot drift apart.
 */
public final class AvailableCommands {

    private AvailableCommands() {}

    public static List<CommandType> of(Referral referral, Actor by, Instant now) {
        return Stream.of(CommandType.values())
                .filter(type -> isAvailable(referral, type.blank(), by, now))
                .toList();
    }

    private static boolean isAvailable(Referral referral, Command blank, Actor by, Instant now) {
        try {
            referral.on(blank, by, now);
            return true;
        } catch (Refusal refused) {
            return refused.kind() == Refusal.Kind.UNMET;
        }
    }
}
