package jp.tsunagi.referral.repository;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import jp.tsunagi.platform.code.Json;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.sealing.Envelope;
import jp.tsunagi.referral.desk.Desks;
import jp.tsunagi.referral.lifecycle.Command;
import jp.tsunagi.vocabulary.DeliveryChannel;
import org.jspecify.annotations.Nullable;

/**
 * What the counsellor of a case reads of each step of its hand-over. Words and names travel sealed for intake alone,
 * because everybody who hears of referrals reads the same events (docs/decisions/0048-one-thread-per-referral.md).
 */
@ApplicationScoped
class OriginEntries {

    /**
     * One step.
     *
     * @param byOrigin whether the origin took it
     * @param byName who at the origin; empty for the other agency, whose staff its own people know
     * @param words what was said with it
     * @param audience who may read the words
     * @param channel how it got to a desk outside the platform
     */
    record Entry(
            String command,
            boolean byOrigin,
            String byName,
            @Nullable String words,
            Command.Audience audience,
            @Nullable DeliveryChannel channel) {}

    private final Desks desks;
    private final Envelope envelope;
    private final Json json;

    OriginEntries(Desks desks, Envelope envelope, Json json) {
        this.desks = desks;
        this.envelope = envelope;
        this.json = json;
    }

    /** Null when the case does not live in intake, or the step is none of the origin's business. */
    @Nullable
    String seal(ReferralRow reached, Command command, Actor by) {
        String origin = reached.details.originAgency;
        if (!desks.isHandedOverByIntake(origin) || command.readers() == Command.Audience.INTERNAL) {
            return null;
        }
        boolean byOrigin = by.belongsTo(origin);
        Entry entry = new Entry(
                command.type().code(),
                byOrigin,
                byOrigin ? by.name() : "",
                command.words(),
                command.readers(),
                command instanceof Command.Acknowledge(DeliveryChannel channel, var _) ? channel : null);
        byte[] plain = json.write(entry).getBytes(StandardCharsets.UTF_8);
        return Base64.getEncoder()
                .encodeToString(envelope.seal(Envelope.Receiver.INTAKE, plain, reached.id + "/" + reached.version));
    }
}
