package jp.tsunagi.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The test of the tests: a visitor who would notice nothing would make every other journey worthless. */
@ExtendWith(World.Shared.class)
@Tag("R3.2")
class VisitorJourney {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "axe|document.querySelector('main').append(document.createElement('input'))",
                "console|document.querySelector('main').innerHTML += '<p>'",
                "wider|const wide = document.createElement('canvas'); wide.width = 3000; document.querySelector('main').append(wide)"
            })
    void aBadPageIsNoticed(String kind, String harm, World world) {
        var phone = world.phone();
        assertEquals(200, phone.open("/council"));

        var noticed = assertThrows(AssertionError.class, () -> {
            try (phone) {
                phone.suffer(harm);
            }
        });

        assertTrue(noticed.getMessage().contains(kind), noticed::getMessage);
    }
}
