package jp.tsunagi.referral.directory;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static jp.tsunagi.referral.ReferralClient.as;
import static jp.tsunagi.referral.ReferralClient.example;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import jp.tsunagi.referral.ReferralClient;
import jp.tsunagi.testing.EventExamples;
import jp.tsunagi.testing.RealInfrastructure;
import jp.tsunagi.testing.Requirement;
import jp.tsunagi.testing.TestDatabase;
import jp.tsunagi.testing.TestKafka;
import jp.tsunagi.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealInfrastructure.class)
class DirectoryApiTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @BeforeEach
    void directory() {
        ReferralClient.importDirectory();
    }

    @Test
    void everyDeskOfTheListIsThereWithItsSourceAndDate() {
        get("/v1/desks")
                .then()
                .statusCode(200)
                .body("items", hasSize(24))
                .body("items.code", hasItems("IHAHO", "POLICE_110", "SIA_HIBO", "KOKUSEN_188", "SENKAN"))
                .body("items.source", everyItem(notNullValue()))
                .body("items.asOf", everyItem(notNullValue()));
        get("/v1/agencies").then().body("items", hasSize(17));
        get("/v1/desks?agency=SIA").then().body("items.code", contains("SIA_EC", "SIA_HIBO", "SIA_SAFELINE"));
        get("/v1/desks/IHC/intake-profile")
                .then()
                .body("requiredFields", contains("urls"))
                .body("refusedFields", contains("narrative", "callName", "contact"));
        get("/v1/desks/NOWHERE").then().statusCode(404).body("code", equalTo("desk-not-found"));
    }

    @Test
    void importingTheSameAgainChangesNothing() {
        as(loader())
                .body(ReferralClient.directory())
                .post("/v1/directory:import")
                .then()
                .statusCode(200)
                .body("changed", empty());
    }

    @Test
    void anImportOfAPartLeavesTheRestAsItIs() {
        as(loader())
                .body(example("import-directory").toString())
                .post("/v1/directory:import")
                .then()
                .statusCode(200)
                .body("agencies", equalTo(1))
                .body("desks", equalTo(1));

        get("/v1/desks").then().body("items", hasSize(24));
    }

    /** Another instance writes to the same tables; this one holds a copy of them in its memory. */
    @Test
    void whatAnotherInstanceChangesIsSeenHere() {
        rename("IPA");
        // Who listens for changes is cut off, and hears of what happened meanwhile.
        assertEquals(
                1,
                TestDatabase.count("select count(pg_terminate_backend(pid)) from pg_stat_activity"
                        + " where application_name = 'directory-copy' and datname = current_database()"));
        rename("IHC");
        rename("SIA_HIBO");
    }

    private static void rename(String desk) {
        String name = "Renamed " + UUID.randomUUID();
        TestDatabase.execute(
                "update desk set entry = jsonb_set(entry::jsonb, '{nameEn}', to_jsonb(?::text))::text where code = ?",
                name,
                desk);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> get("/v1/desks/" + desk).then().body("nameEn", equalTo(name)));
    }

    @Test
    @Requirement("R2.9")
    void ofCorrectionsAtOnceExactlyOneWins() throws InterruptedException {
        String admin = Tokens.staff("ipa-admin", "IPA", "agency-admin");
        var entry = get("/v1/desks/IPA").then().extract();

        List<Integer> answers = atOnce(() -> as(admin)
                .header("If-Match", entry.header("ETag"))
                .body(entry.asString())
                .put("/v1/desks/IPA")
                .then()
                .extract()
                .statusCode());

        assertEquals(List.of(200, 412, 412, 412), answers);
    }

    @Test
    void importsAtOnceWaitForEachOther() throws InterruptedException {
        String renamed = ReferralClient.directory().replaceFirst("(?s)(\"code\": \"IPA\".*?\"nameEn\": \")", "$1The ");
        String version = "select version from agency where code = 'IPA'";
        long before = TestDatabase.count(version);

        List<Integer> answers = atOnce(() -> as(loader())
                .body(renamed)
                .post("/v1/directory:import")
                .then()
                .extract()
                .statusCode());

        assertEquals(List.of(200, 200, 200, 200), answers);
        assertEquals(before + 1, TestDatabase.count(version));
    }

    @Test
    void aDeskIsAnnouncedAsTheExampleSays() throws IOException {
        var example = EventExamples.read("jp.tsunagi.desk.changed.v1");
        var event = TestKafka.await("tsunagi.desk", "SIA_HIBO", 1).getFirst();

        ObjectNode data = (ObjectNode) JSON.readTree(event.value());
        assertEquals(example.data(), data);
        assertEquals(example.type(), TestKafka.header(event, "ce_type"));
    }

    @Test
    @Requirement("R2.9")
    void anAgencyKeepsItsOwnDeskRightAndOnlyItsOwn() {
        String admin = Tokens.staff("ipa-admin", "IPA", "agency-admin");
        var entry = get("/v1/desks/IPA").then().extract();
        String changed = example("correct-desk").toString();

        as(Tokens.staff("kimura", "SIA", "agency-admin"))
                .header("If-Match", entry.header("ETag"))
                .body(changed)
                .put("/v1/desks/IPA")
                .then()
                .statusCode(403)
                .body("code", equalTo("desk-not-yours"));
        as(admin).body(changed).put("/v1/desks/IPA").then().statusCode(428);
        as(admin)
                .header("If-Match", entry.header("ETag"))
                .body(changed)
                .put("/v1/desks/IPA")
                .then()
                .statusCode(200)
                .body("hoursJa", equalTo("平日 10:00〜17:00"))
                .body("contacts.phone", contains("03-5978-7509"));
        as(admin)
                .header("If-Match", entry.header("ETag"))
                .body(changed)
                .put("/v1/desks/IPA")
                .then()
                .statusCode(412)
                .body("code", equalTo("stale"));
        as(admin)
                .header("If-Match", "\"9\"")
                .body(changed.replace("\"IPA\"", "\"IPO\""))
                .put("/v1/desks/IPA")
                .then()
                .statusCode(422);
    }

    @Test
    void onlyAuthorisedLoadersImportAndBadEntriesAreRefusedWhole() {
        given().urlEncodingEnabled(false)
                .contentType("application/json")
                .body("{\"agencies\":[],\"desks\":[]}")
                .post("/v1/directory:import")
                .then()
                .statusCode(401);
        as(ReferralClient.sia())
                .body("{\"agencies\":[],\"desks\":[]}")
                .post("/v1/directory:import")
                .then()
                .statusCode(403);
        String unknownAgency = ReferralClient.directory().replaceFirst("\"agency\": \"SIA\"", "\"agency\": \"XX\"");
        as(loader())
                .body(unknownAgency)
                .post("/v1/directory:import")
                .then()
                .statusCode(422)
                .body("code", equalTo("agency-unknown"));
        as(loader())
                .body(ReferralClient.directory().replaceFirst("\"url-only\"", "\"pigeon\""))
                .post("/v1/directory:import")
                .then()
                .statusCode(400)
                .body("code", equalTo("value-unknown"));
    }

    @Test
    void theDirectoryIsAPageForEverybody() {
        given().accept("text/html")
                .get("/directory")
                .then()
                .statusCode(200)
                .body(containsString("誹謗中傷ホットライン"))
                .body(containsString("0570-003-110"));
        given().accept("text/html")
                .get("/directory/SIA_HIBO")
                .then()
                .statusCode(200)
                .body(containsString("saferinternet.or.jp/bullying"));
        given().accept("text/html").get("/directory/NOWHERE").then().statusCode(404);
        given().accept("text/html")
                .cookie("lang", "en")
                .get("/directory/SIA_HIBO")
                .then()
                .body(containsString("Defamation Hotline"));
    }

    private static List<Integer> atOnce(Callable<Integer> request) throws InterruptedException {
        try (var threads = Executors.newFixedThreadPool(4)) {
            return threads.invokeAll(Collections.nCopies(4, request)).stream()
                    .map(Future::resultNow)
                    .sorted()
                    .toList();
        }
    }

    private static String loader() {
        return Tokens.machine("directory-loader", "IHAHO", "directory:write");
    }
}
