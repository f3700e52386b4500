package jp.tsunagi.local.simulator;

import java.util.List;
import java.util.concurrent.Executors;
import jp.tsunagi.local.MachineToken;

/** Plays two partner agencies that answer their referrals by the public API, so that a newcomer sees answers arrive. */
public final class Simulator {
    private Simulator() {}

    public static void main(String[] arguments) {
        var platform = System.getenv("TSUNAGI_PUBLIC_URL");
        var issuer = System.getenv("TSUNAGI_ISSUER");
        var agencies = List.of(
                new Agency("SIA", "MOJ_JINKEN", platform, token(issuer, "agency-sia", "TSUNAGI_SECRET_AGENCY_SIA")),
                new Agency(
                        "TOKYO",
                        "KOKUSEN_188",
                        platform,
                        token(issuer, "agency-tokyo", "TSUNAGI_SECRET_AGENCY_TOKYO")));
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(() -> System.out.println("Simulator has stopped in good order."), "simulator-end"));
        System.out.println("Simulator is at work for " + agencies.size() + " agencies.");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            agencies.forEach(agency -> threads.execute(agency::workForever));
        }
    }

    private static MachineToken token(String issuer, String client, String variable) {
        return new MachineToken(issuer, client, System.getenv(variable));
    }
}
