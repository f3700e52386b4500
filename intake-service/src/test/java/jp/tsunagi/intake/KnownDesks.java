package jp.tsunagi.intake;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Set;
import jp.tsunagi.intake.desk.Desks;

/** A small directory: a desk that takes a case, one that is closed, our own, one for a story, one that refuses names. */
final class KnownDesks {

    private KnownDesks() {}

    static void announce(Desks desks) {
        if (desks.find("IHC").isPresent()) {
            return;
        }
        IntakeClient.announceDesk("SIA_HIBO", data -> {});
        IntakeClient.announceDesk("CLOSED", data -> data.put("accepting", false));
        IntakeClient.announceDesk("IHAHO", data -> data.put("agency", "IHAHO"));
        IntakeClient.announceDesk(
                "STORY", data -> data.putArray("requiredFields").add("narrative"));
        IntakeClient.announceDesk("IHC", data -> {
            data.put("agency", "IHC");
            data.putArray("requiredFields").add("urls");
            data.putArray("refusedFields").add("contact").add("callName");
            data.putArray("refusedConsulterTypes");
        });
        await("desks")
                .pollInSameThread()
                .atMost(Duration.ofSeconds(20))
                .until(() -> Set.of("SIA_HIBO", "CLOSED", "IHAHO", "STORY", "IHC").stream()
                        .allMatch(code -> desks.find(code).isPresent()));
    }
}
