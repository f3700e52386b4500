package jp.tsunagi.intake.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import jp.tsunagi.vocabulary.ReasonCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every reason that an event may carry leads to a constant, and every constant has a label. */
class DeskReasonTest {

    @ParameterizedTest
    @EnumSource
    void aPublishedReasonIsItself(ReasonCode code) {
        assertEquals(code, new DeskReason(code.code()).published());
    }

    @ParameterizedTest
    @EnumSource
    void aReasonOfIntakesOwnIsItself(DeskReason.Unlisted reason) {
        assertNull(new DeskReason(reason.code()).published());
        assertEquals(reason, new DeskReason(reason.code()).unlisted());
    }

    @Test
    void aReasonNobodyHeardOfCountsAsNotDelivered() {
        assertEquals(DeskReason.Unlisted.NOT_DELIVERED, new DeskReason("invented-tomorrow").unlisted());
    }
}
