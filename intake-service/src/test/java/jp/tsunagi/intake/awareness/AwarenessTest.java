package jp.tsunagi.intake.awareness;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import jp.tsunagi.intake.IntakeClient;
import jp.tsunagi.testing.RealInfrastructure;
import jp.tsunagi.vocabulary.AgeBand;
import jp.tsunagi.vocabulary.Category;
import jp.tsunagi.vocabulary.ConsulterType;
import org.junit.jupiter.api.Test;

/** Material of others: by category and age, in answers and in the mailbox. */
@QuarkusTest
@WithTestResource(RealInfrastructure.class)
class AwarenessTest {

    private static List<String> fitting(Category about, ConsulterType consulter, AgeBand age) {
        return AwarenessMaterials.fitting(List.of(about), consulter, age).stream()
                .map(Material::code)
                .toList();
    }

    @Test
    void eachReaderIsOfferedWhatWasMadeForThem() {
        List<String> child = fitting(Category.BULLYING, ConsulterType.VICTIM_SELF, AgeBand.TO_12);
        List<String> teacher = fitting(Category.BULLYING, ConsulterType.SCHOOL_STAFF, AgeBand.TO_12);
        List<String> adult = fitting(Category.BULLYING, ConsulterType.VICTIM_SELF, AgeBand.THIRTIES);

        assertEquals("mic-trouble-cases-2026", child.getFirst());
        assertFalse(child.contains("mext-joho-moral-guide"));
        assertTrue(teacher.contains("mext-joho-moral-guide"));
        assertEquals(List.of("gov-sns-slander-howto", "smaj-noheartnosns", "mic-noheartnosns-feature"), adult);
        assertEquals(
                "caa-senior-material",
                fitting(Category.FRAUD, ConsulterType.VICTIM_SELF, AgeBand.FROM_70)
                        .getFirst());
    }

    @Test
    void anOldEditionIsOfferedToNobody() {
        assertEquals(
                "mic-trouble-cases-2026",
                AwarenessMaterials.find("mic-trouble-cases-2025").orElseThrow().replacedBy());
        assertFalse(fitting(Category.COPYRIGHT, ConsulterType.VICTIM_SELF, AgeBand.TO_12)
                .contains("mic-trouble-cases-2025"));
    }

    @Test
    void everyEditionThatReplacesAnotherIsThere() {
        AwarenessMaterials.all().stream()
                .filter(one -> one.replacedBy() != null)
                .forEach(one ->
                        assertTrue(AwarenessMaterials.find(one.replacedBy()).isPresent(), one.code()));
    }

    @Test
    void programsFilterTheCatalogue() {
        given().get("/v1/awareness-materials?category=fraud&audience=elderly")
                .then()
                .statusCode(200)
                .body("items.categories", everyItem(hasItem("fraud")))
                .body("items.code", hasItem("caa-senior-material"))
                .body("items.find { it.code == 'caa-senior-material' }.source", not(equalTo("")))
                .body("items[0].told", equalTo(null));
        given().get("/v1/awareness-materials?category=nothing")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/category"));
    }

    @Test
    void aCounsellorAttachesMaterialToAnAnswerAndTheMailboxOffersSome() {
        JsonPath receipt = IntakeClient.received(Map.of(
                "text",
                "悪口を書かれました",
                "wish",
                "unsure",
                "categories",
                List.of("defamation"),
                "consulter",
                Map.of("type", "victim_self", "ageBand", "13-15")));
        String id = receipt.getString("id");
        IntakeClient.page(IntakeClient.counsellor().header("Accept-Language", "ja"), id)
                .body(allOf(
                        containsString("value=\"mic-trouble-cases-2026\""),
                        containsString("相談者の画面には出していません"),
                        not(containsString("caa-senior-material"))));

        IntakeClient.sendAnswer(id, "1", Map.of("text", "こうしましょう", "materials", List.of("mic-trouble-cases-2026")))
                .then()
                .statusCode(201);

        JsonPath box = IntakeClient.mailbox(receipt.getString("confirmationCode"));
        assertTrue(box.getString("messages[0].text").startsWith("こうしましょう\n\n参考になる資料\n・インターネットトラブル事例集(2026年版)"));
        assertTrue(
                box.getString("messages[0].text").endsWith("https://www.soumu.go.jp/use_the_internet_wisely/trouble/"));
        assertEquals("mic-trouble-cases-2026", box.getString("materials[0].code"));
        assertTrue(box.getList("materials").size() <= 3);
        assertFalse(box.getList("materials.code").contains("mic-noheartnosns-feature"));
    }

    @Test
    void aMaterialThatIsNoneIsRefusedAndTheAnswerIsNotSent() {
        String id = IntakeClient.received("相談です").getString("id");

        IntakeClient.sendAnswer(id, "1", Map.of("text", "答え", "materials", List.of("nothing")))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/materials"))
                .body("errors[0].code", equalTo("material-unknown"));
        assertEquals(0, IntakeClient.aCase(id).getList("messages").size());
    }

    @Test
    void whoIsInDangerIsSentNoReading() {
        JsonPath receipt = IntakeClient.received(Map.of(
                "text",
                "もう死にたいです。悪口を書かれて消えてしまいたい",
                "wish",
                "unsure",
                "categories",
                List.of("defamation", "suicide_risk")));

        assertEquals(
                List.of(),
                IntakeClient.mailbox(receipt.getString("confirmationCode")).getList("materials"));
    }
}
