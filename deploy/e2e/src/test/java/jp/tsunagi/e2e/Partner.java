package jp.tsunagi.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** A partner agency that works by its own system. */
record Partner(Machine machine) {

    /** Identifiers of the referrals of a consultation in this agency's inbox. */
    List<String> inboxOf(String consultation) {
        var found = new ArrayList<String>();
        String cursor = "";
        do {
            JsonNode page =
                    machine.get("/v1/referrals?box=inbox&limit=100" + cursor).body();
            for (JsonNode item : page.path("items")) {
                if (consultation.equals(item.path("consultationRef").asText())) {
                    found.add(item.path("id").asText());
                }
            }
            cursor = page.hasNonNull("next") ? "&cursor=" + page.path("next").asText() : "";
        } while (!cursor.isEmpty());
        return found;
    }

    /** Waits until the consultation has arrived, and says under which identifier. */
    String awaitArrival(String consultation) {
        Eventually.isTrue("arrival of " + consultation, () -> {
            var arrived = inboxOf(consultation);
            return !arrived.isEmpty() && !"draft".equals(status(arrived.getFirst()));
        });
        return inboxOf(consultation).getFirst();
    }

    /** What people call the referral. */
    String numberOf(String referral) {
        return look(referral).path("referenceNumber").asText();
    }

    JsonNode look(String referral) {
        return machine.get("/v1/referrals/" + referral).body();
    }

    String status(String referral) {
        return look(referral).path("status").asText();
    }
}
