package jp.tsunagi.referral.directory;

import static io.restassured.RestAssured.given;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.tsunagi.platform.page.PhoneNumbers;
import jp.tsunagi.platform.time.Holidays;
import jp.tsunagi.referral.ReferralClient;
import jp.tsunagi.referral.contact.Contact;
import jp.tsunagi.referral.desk.Desk;
import jp.tsunagi.referral.desk.Desks;
import jp.tsunagi.testing.RealInfrastructure;
import jp.tsunagi.vocabulary.Fit;
import jp.tsunagi.vocabulary.Need;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(RealInfrastructure.class)
class HelpPageTest {

    private static final Pattern TAG = Pattern.compile("<[^>]*>");
    private static final Pattern CALL = Pattern.compile("(?s)<a [^>]*href=\"tel:[^\"]+\"[^>]*>.*?</a>");
    private static final Pattern NUMBER = Pattern.compile("#9110|0[0-9]{1,3}-[0-9]+-?[0-9]+");
    private static final LocalDateTime TUESDAY_AFTERNOON = LocalDateTime.parse("2026-11-24T15:06");

    @Inject
    Desks desks;

    @BeforeEach
    void directory() {
        ReferralClient.importDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/help", "/help/talk", "/help/money", "/directory/HOUTERASU", "/directory/MOJ_JINKEN"})
    @DisplayName("UX-13: every telephone number of the help pages is a link that calls it")
    void everyNumberCanBePressed(String path) {
        String page = page(path, "ja");

        assertTrue(CALL.matcher(page).find(), path);
        String withoutCalls = TAG.matcher(CALL.matcher(page).replaceAll("")).replaceAll("");
        assertFalse(NUMBER.matcher(withoutCalls).find(), withoutCalls);
    }

    @ParameterizedTest
    @EnumSource
    void everyNeedHasAnAddressAndSomebodyMadeForIt(Need need) {
        assertTrue(page("/help", "ja").contains("href=\"/help/" + need.code() + "\""), need.code());
        assertTrue(page("/help/" + need.code(), "en").contains("class=\"desk\""), need.code());
        assertTrue(
                contacts()
                        .anyMatch(one ->
                                one.fit(need).filter(Fit.MADE_FOR_IT::equals).isPresent()),
                need.code());
    }

    @Test
    void anUnknownNeedIsNotThere() {
        given().accept("text/html").get("/help/nothing").then().statusCode(404);
        given().accept("text/html").get("/help/TALK").then().statusCode(404);
    }

    @Test
    void thePersonWhoWantsToTalkIsFirst() {
        String page = page("/help", "ja");
        List<Integer> places = Arrays.stream(Need.values())
                .map(need -> page.indexOf("<h2 id=\"" + need.code() + "\""))
                .toList();

        assertEquals(places.stream().sorted().toList(), places);
        assertTrue(places.getFirst() > 0);
        assertEquals(Need.TALK, Need.values()[0]);
    }

    @ParameterizedTest
    @EnumSource
    void theBestFitIsFirstAndAmongEqualsWhoAnswersNow(Need need) {
        List<ContactCard> all = desksNow().stream()
                .flatMap(desk -> desk.contacts().stream()
                        .map(one -> ContactCard.of(
                                one, desk.code(), TUESDAY_AFTERNOON, Holidays.published(), Locale.JAPANESE)))
                .toList();

        List<ContactCard> best = ContactCard.bestFor(need, all);

        for (int i = 1; i < best.size(); i++) {
            ContactCard before = best.get(i - 1);
            ContactCard after = best.get(i);
            int fit = before.contact()
                    .fit(need)
                    .orElseThrow()
                    .compareTo(after.contact().fit(need).orElseThrow());
            assertTrue(fit <= 0, before.name() + " before " + after.name());
            assertTrue(
                    fit < 0 || before.now().state().compareTo(after.now().state()) <= 0,
                    before.name() + " before " + after.name());
        }
    }

    @Test
    void aChildWhoWantsToTalkOnATuesdayAfternoonSeesFirstWhoAnswers() {
        List<ContactCard> all = desksNow().stream()
                .flatMap(desk -> desk.contacts().stream()
                        .map(one -> ContactCard.of(
                                one, desk.code(), TUESDAY_AFTERNOON, Holidays.published(), Locale.JAPANESE)))
                .toList();

        List<String> names = ContactCard.bestFor(Need.TALK, all).stream()
                .map(ContactCard::name)
                .toList();

        assertEquals("よりそいホットライン", names.getFirst());
        assertTrue(names.indexOf("チャイルドライン") > names.indexOf("#いのちSOS"), "closed until 16:00");
    }

    @Test
    void everyNumberOfADeskIsThatOfAContactAndTheOtherWayRound() {
        for (Desk desk : desksNow()) {
            Set<String> ofContacts = desk.contacts().stream()
                    .map(Contact::phone)
                    .filter(phone -> phone != null)
                    .collect(toSet());
            Set<String> ofDesk = new HashSet<>();
            if (desk.phone() != null) {
                PhoneNumbers.phoneParts(desk.phone()).stream()
                        .filter(part -> part.uri() != null)
                        .forEach(part -> ofDesk.add(part.text()));
            }
            assertEquals(ofDesk, ofContacts, desk.code());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"domain.md", "確からしさ", "推定", "未確認", "desk research", "自らの知識", "デモの前提"})
    void noWorkingNoteIsPublic(String note) {
        List<String> pages = new ArrayList<>(List.of("/help", "/directory"));
        desksNow().forEach(desk -> pages.add("/directory/" + desk.code()));

        pages.forEach(path -> assertFalse(page(path, "ja").contains(note), path));
    }

    private Stream<Contact> contacts() {
        return desksNow().stream().flatMap(desk -> desk.contacts().stream());
    }

    private List<Desk> desksNow() {
        return QuarkusTransaction.requiringNew().call(desks::findAll);
    }

    private static String page(String path, String language) {
        return given().accept("text/html")
                .cookie("lang", language)
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }
}
