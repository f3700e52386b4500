package jp.tsunagi.council.projection;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import jp.tsunagi.testing.EventExamples;
import jp.tsunagi.testing.EventExamples.Example;
import jp.tsunagi.testing.Forgery;
import jp.tsunagi.testing.RealInfrastructure;
import jp.tsunagi.testing.Requirement;
import jp.tsunagi.testing.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is counted is what the owners of the topics announced. */
@QuarkusTest
@WithTestResource(RealInfrastructure.class)
class ForgedEventsTest {

    @ParameterizedTest
    @CsvSource({
        "jp.tsunagi.consultation.received.v1, consultationId, counted_consultation, id",
        "jp.tsunagi.referral.requested.v1, referralId, counted_referral, id",
        "jp.tsunagi.desk.changed.v1, desk, counted_desk, code"
    })
    @Requirement({"F8", "P20"})
    void aForgedEventIsUndone(String type, String idField, String table, String column) {
        String id = UUID.randomUUID().toString();
        Forgery.assertMended(
                List.of(event(type, idField, id, 1), event(type, idField, id, 2), event(type, idField, id, 3)),
                event(type, idField, id, 90),
                () -> TestDatabase.count(
                        "select coalesce(max(sequence), 0) from " + table + " where " + column + "::text = ?", id));
    }

    private static Example event(String type, String idField, String id, int version) {
        Example example = EventExamples.read(type);
        example.data().put(idField, id).put("at", "2032-06-05T00:00:00Z");
        return example.withKey(id, version);
    }
}
