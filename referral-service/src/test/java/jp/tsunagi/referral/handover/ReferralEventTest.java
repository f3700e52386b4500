package jp.tsunagi.referral.handover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.tsunagi.platform.outbox.Event;
import jp.tsunagi.testing.EventExamples;
import org.junit.jupiter.api.Test;

/** What is announced equals the examples of docs/events, member by member. */
class ReferralEventTest {

    private static final Instant AT = Instant.parse("2026-11-24T07:00:00Z");
    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    @Test
    void everyExampleIsWrittenExactly() throws JsonProcessingException {
        Terms terms = ReferralFixtures.terms(Terms.Kind.REFERRAL);
        Because reason = new Because(Reason.NOT_IN_REMIT, "所管外");
        Map<String, Referral> states = Map.of(
                "requested", ReferralFixtures.aRequestedReferral(Terms.Kind.REFERRAL),
                "received", ReferralFixtures.aReceivedReferral(),
                "accepted", ReferralFixtures.anAcceptedReferral(),
                "rejected", new Closed.Rejected(terms, reason, "MOJ_JINKEN", AT, Set.of()),
                "completed", new Closed.Completed(terms, List.of(Result.CONTENT_REMOVED), "削除", true, AT, Set.of()));

        for (var state : states.entrySet()) {
            var example = EventExamples.read("jp.tsunagi.referral." + state.getKey() + ".v1");
            same(example, ReferralEvent.of(state.getKey(), state.getValue(), example.sequence(), AT));
        }
        var example = EventExamples.read("jp.tsunagi.referral.not-delivered.v1");
        same(example, ReferralEvent.notDelivered(new Referral.Draft(terms), 1, "desk-not-accepting", AT));
    }

    @Test
    void everyCommandThatTheOtherSideMustKnowHasAName() {
        for (Verb verb : Verb.values()) {
            boolean silent = verb == Verb.DISCARD || verb == Verb.RE_OPEN;
            assertEquals(silent, ReferralEvent.name(ReferralFixtures.aCommand(verb)) == null, verb.wire());
        }
    }

    private static void same(EventExamples.Example example, Event event) throws JsonProcessingException {
        JsonNode data = JSON.readTree(JSON.writeValueAsString(event.data()));
        assertEquals(example.data(), data);
        assertEquals(example.type(), event.type());
        assertEquals(example.topic(), event.topic());
        assertEquals(example.sequence(), event.sequence());
        assertEquals(example.subject(), event.aggregate() + "/" + event.id());
        assertTrue(event.data() instanceof ReferralEvent);
    }
}
