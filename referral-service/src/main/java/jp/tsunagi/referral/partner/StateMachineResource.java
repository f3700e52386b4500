package jp.tsunagi.referral.partner;

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
import jp.tsunagi.referral.handover.Business;
import jp.tsunagi.referral.handover.Reason;
import jp.tsunagi.referral.handover.Result;
import jp.tsunagi.referral.handover.Status;

/** The state machine for whoever builds against it: the very table that the tests hold the code to. */
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

    record Reasons(List<String> rejecting, List<String> withdrawing, List<String> failing, List<String> holding) {}

    record Machine(
            List<Status> statuses,
            List<Business> businessStatuses,
            Reasons reasons,
            List<Result> outcomes,
            List<Row> rows) {}

    private final List<Row> rows = rows();

    @GET
    @PermitAll
    @Produces(MediaType.APPLICATION_JSON)
    public Machine table() {
        return new Machine(
                List.of(Status.values()),
                List.of(Business.values()),
                new Reasons(
                        codes(Reason.REJECTING),
                        codes(Reason.WITHDRAWING),
                        codes(Reason.FAILING),
                        codes(Reason.HOLDING)),
                List.of(Result.values()),
                rows);
    }

    private static List<String> codes(java.util.Set<Reason> reasons) {
        return reasons.stream().sorted().map(Reason::wire).toList();
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
