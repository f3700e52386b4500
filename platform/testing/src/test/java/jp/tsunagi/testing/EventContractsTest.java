package jp.tsunagi.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventContractsTest {

    @ParameterizedTest
    @MethodSource("jp.tsunagi.testing.EventExamples#types")
    void everyExampleKeepsItsSchema(String type) {
        assertEquals(type, EventExamples.read(type).type());
    }

    @Test
    void aSchemaRefusesWhatItDoesNotDescribe() {
        String type = "jp.tsunagi.consultation.received.v1";
        ObjectNode data = EventExamples.read(type).data();

        assertThrows(
                AssertionError.class,
                () -> EventExamples.check(type, data.deepCopy().put("name", "x")));
        assertThrows(
                AssertionError.class,
                () -> EventExamples.check(type, data.deepCopy().put("at", "yesterday")));
        ObjectNode incomplete = data.deepCopy();
        incomplete.remove("consultationId");
        assertThrows(AssertionError.class, () -> EventExamples.check(type, incomplete));
    }
}
