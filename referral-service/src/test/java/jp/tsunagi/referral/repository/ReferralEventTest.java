package jp.tsunagi.referral.repository;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagi.platform.http.Stored;
import jp.tsunagi.platform.outbox.Event;
import jp.tsunagi.referral.details.ReferralDetails;
import jp.tsunagi.referral.details.ReferralKind;
import jp.tsunagi.referral.details.ReferralNumber;
import jp.tsunagi.referral.lifecycle.Active;
import jp.tsunagi.referral.lifecycle.BusinessStatus;
import jp.tsunagi.referral.lifecycle.Closed;
import jp.tsunagi.referral.lifecycle.CommandType;
import jp.tsunagi.referral.lifecycle.Pending;
import jp.tsunagi.referral.lifecycle.Referral;
import jp.tsunagi.referral.lifecycle.ReferralFixtures;
import jp.tsunagi.referral.lifecycle.StatusReason;
import jp.tsunagi.referral.lifecycle.StatusSummary;
import jp.tsunagi.testing.EventExamples;
import jp.tsunagi.vocabulary.Outcome;
import jp.tsunagi.vocabulary.ReasonCode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What is announced equals the examples of docs/events, member by member, for every type that is announced. */
class ReferralEventTest {

    private static final String PREFIX = "jp.tsunagi.referral.";
    private static final Instant AT = Instant.parse("2026-11-24T07:00:00Z");
    private static final ReferralNumber NUMBER = ReferralNumber.of(2026, 198);
    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    @TestFactory
    Stream<DynamicTest> everyExampleIsWrittenExactly() {
        Stream<DynamicTest> decided = states().entrySet().stream()
                .map(state -> dynamicTest(state.getKey(), () -> {
                    var example = EventExamples.read(PREFIX + state.getKey() + ".v1");
                    same(
                            example,
                            ReferralEvent.of(
                                    state.getKey(),
                                    NUMBER,
                                    stored(state.getValue(), example.sequence()),
                                    StatusSummary.of(state.getValue()),
                                    null,
                                    null));
                }));
        DynamicTest notDelivered = dynamicTest(ReferralEvent.NOT_DELIVERED, () -> {
            Referral draft = new Referral.Draft(details());
            same(
                    EventExamples.read(PREFIX + ReferralEvent.NOT_DELIVERED + ".v1"),
                    ReferralEvent.notDelivered(
                            NUMBER, stored(draft, 1), StatusSummary.of(draft), "desk-not-accepting"));
        });
        return Stream.concat(decided, Stream.of(notDelivered));
    }

    @Test
    void everyTypeThatIsAnnouncedHasAnExampleAndNoExampleIsLeftOver() throws IOException {
        Set<String> announced = Arrays.stream(CommandType.values())
                .flatMap(type -> type.eventName().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(announced, new TreeSet<>(states().keySet()));

        announced.add(ReferralEvent.NOT_DELIVERED);
        try (var files = Files.list(Path.of(System.getProperty("tsunagi.root"), "docs", "events"))) {
            assertEquals(
                    announced,
                    files.map(file -> file.getFileName().toString())
                            .filter(name -> name.startsWith(PREFIX) && name.endsWith(".v1.json"))
                            .map(name -> name.substring(PREFIX.length(), name.length() - ".v1.json".length()))
                            .collect(Collectors.toCollection(TreeSet::new)));
        }
    }

    @Test
    void onlyWhatStaysInsideTheOriginIsSilent() {
        assertEquals(
                List.of(
                        CommandType.ASK_APPROVAL,
                        CommandType.DECLINE_APPROVAL,
                        CommandType.DISCARD,
                        CommandType.RE_OPEN),
                Arrays.stream(CommandType.values())
                        .filter(type -> type.eventName().isEmpty())
                        .toList());
    }

    /** For each event the state that it announces. */
    private static Map<String, Referral> states() {
        Map<String, Referral> known = ReferralFixtures.states();
        StatusReason notOurs = new StatusReason(ReasonCode.NOT_IN_REMIT, "所管外");
        StatusReason declined = new StatusReason(ReasonCode.SUBJECT_DECLINED, "本人の希望");
        Map<String, Referral> states = new LinkedHashMap<>();
        states.put("requested", ReferralFixtures.aRequestedReferral(ReferralKind.REFERRAL));
        states.put("received", ReferralFixtures.aReceivedReferral());
        states.put("accepted", ReferralFixtures.anAcceptedReferral());
        states.put("rejected", new Closed.Rejected(details(), notOurs, "MOJ_JINKEN", AT, Set.of()));
        states.put("withdrawn", new Closed.Cancelled(details(), declined, AT, Set.of()));
        states.put("information-requested", known.get("on-hold pending awaiting-information"));
        states.put("information-supplied", ReferralFixtures.aReceivedReferral());
        states.put("started", known.get("in-progress"));
        states.put("held", known.get("on-hold by-target"));
        states.put("resumed", known.get("in-progress"));
        states.put("progressed", marked(BusinessStatus.EVENT_SCHEDULED));
        states.put("completed", completed(Set.of()));
        states.put("failed", known.get("failed"));
        states.put("return-offered", known.get("accepted transfer return-offered"));
        states.put("returned", new Closed.Rejected(details(ReferralKind.TRANSFER), notOurs, null, AT, Set.of()));
        states.put("cancellation-requested", known.get("accepted cancellation-requested"));
        states.put("cancelled", new Closed.Cancelled(details(), declined, AT, Set.of()));
        states.put("cancellation-refused", known.get("in-progress"));
        states.put(
                "overdue",
                new Pending.Requested(details(), new Pending.ResponseDeadline(AT, 1, Set.of(BusinessStatus.OVERDUE))));
        states.put("recalled", completed(Set.of(BusinessStatus.RECALLED)));
        states.put("entered-in-error", known.get("entered-in-error"));
        states.put("consent-withdrawn", marked(BusinessStatus.CONSENT_WITHDRAWN));
        states.put("forwarded", marked(BusinessStatus.FORWARDED));
        return states;
    }

    private static Referral marked(BusinessStatus mark) {
        return new Active.InProgress(
                details(), new Active.Assignment(AT, "kimura", null, null, null, null, Set.of(mark)));
    }

    private static Referral completed(Set<BusinessStatus> marks) {
        return new Closed.Completed(details(), List.of(Outcome.CONTENT_REMOVED), "削除", true, AT, marks);
    }

    private static ReferralDetails details() {
        return details(ReferralKind.REFERRAL);
    }

    private static ReferralDetails details(ReferralKind kind) {
        return ReferralFixtures.details(kind);
    }

    private static Stored<ReferralDetails> stored(Referral referral, long version) {
        return new Stored<>(referral.details(), version, AT);
    }

    private static void same(EventExamples.Example example, Event event) throws JsonProcessingException {
        JsonNode data = JSON.readTree(JSON.writeValueAsString(event.data()));
        assertEquals(example.data(), data);
        assertEquals(example.type(), event.type());
        assertEquals(example.topic(), event.topic());
        assertEquals(example.sequence(), event.sequence());
        assertEquals(example.subject(), event.aggregate() + "/" + event.id());
    }
}
