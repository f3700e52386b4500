package jp.tsunagi.referral.api;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import jp.tsunagi.referral.lifecycle.BusinessStatus;
import jp.tsunagi.referral.lifecycle.Reasons;
import jp.tsunagi.vocabulary.Outcome;
import jp.tsunagi.vocabulary.ReasonCode;
import jp.tsunagi.vocabulary.ReferralStatus;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The state machine for those who build against it: the very table that the tests hold the code to. */
@Path("/v1/meta/state-machine")
class StateMachineResource {

    record Row(
            String id,
            String command,
            String from,
            String to,
            String actor,
            String guard,
            String effect,
            String grounding) {}

    record ReasonLists(
            List<ReasonCode> rejecting,
            List<ReasonCode> withdrawing,
            List<ReasonCode> failing,
            List<ReasonCode> holding) {}

    record Machine(
            List<ReferralStatus> statuses,
            List<BusinessStatus> businessStatuses,
            ReasonLists reasons,
            List<Outcome> outcomes,
            List<Row> rows) {}

    private final List<Row> rows = rows();

    @GET
    @PermitAll
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Read the state machine of a referral: states, commands, reasons and outcomes")
    public Machine table() {
        return new Machine(
                List.of(ReferralStatus.values()),
                List.of(BusinessStatus.values()),
                new ReasonLists(
                        Reasons.REJECTING.codes(),
                        Reasons.WITHDRAWING.codes(),
                        Reasons.FAILING.codes(),
                        Reasons.HOLDING.codes()),
                List.of(Outcome.values()),
                rows);
    }

    private static List<Row> rows() {
        try (var csv = StateMachineResource.class.getResourceAsStream("/referral-transitions.csv")) {
            Stream<String> lines = new String(csv.readAllBytes(), StandardCharsets.UTF_8).lines();
            return lines.skip(1)
                    .map(line -> line.split(",", -1))
                    .map(c -> new Row(c[0], c[1], c[2], c[3], c[4], c[5], c[6], c[7]))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
