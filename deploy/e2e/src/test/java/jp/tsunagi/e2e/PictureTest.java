package jp.tsunagi.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureTest {

    /** Where the parts of a drawn page are, and their colours. */
    private record Sheet(int shift, int height, int lines, Color button, Color panel, Color badge, int buttonLeft) {
        Sheet withShift(int pixels) {
            return new Sheet(pixels, height, lines, button, panel, badge, buttonLeft);
        }

        Sheet withHeight(int pixels) {
            return new Sheet(shift, pixels, lines, button, panel, badge, buttonLeft);
        }

        Sheet withLines(int count) {
            return new Sheet(shift, height, count, button, panel, badge, buttonLeft);
        }

        Sheet withButton(Color colour) {
            return new Sheet(shift, height, lines, colour, panel, badge, buttonLeft);
        }

        Sheet withPanel(Color colour) {
            return new Sheet(shift, height, lines, button, colour, badge, buttonLeft);
        }

        Sheet withBadge(Color colour) {
            return new Sheet(shift, height, lines, button, panel, colour, buttonLeft);
        }

        Sheet withButtonAt(int left) {
            return new Sheet(shift, height, lines, button, panel, badge, left);
        }
    }

    private static final Color BLUE = new Color(0x0017C1);
    private static final Sheet PAGE = new Sheet(0, 900, 20, BLUE, new Color(0xE8F1FE), BLUE, 16);

    @Test
    void thePageItselfIsTheSameAlsoInFewColours(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("page.png");
        draw(PAGE).inFewColours().write(file);

        assertEquals(List.of(), draw(PAGE).differences(Picture.read(file)));
        assertTrue(Files.size(file) < 60_000, () -> file.toFile().length() + " bytes");
    }

    @Test
    void everythingMayMoveByOnePixel() {
        assertLooksTheSame(page -> page.withShift(1));
        assertLooksTheSame(page -> page.withShift(-1));
        assertLooksTheSame(page -> page.withHeight(907));
    }

    @Test
    void aPartThatIsGoneOrMovedIsSeen() {
        assertLooksDifferent(page -> page.withLines(19));
        assertLooksDifferent(page -> page.withButtonAt(28));
        assertLooksDifferent(page -> page.withShift(12));
        assertLooksDifferent(page -> page.withHeight(912));
    }

    @Test
    void anotherColourIsSeenAlsoWhereItIsPaleOrSmall() {
        assertLooksDifferent(page -> page.withButton(new Color(0xCE0000)));
        assertLooksDifferent(page -> page.withPanel(Color.WHITE));
        assertLooksDifferent(page -> page.withBadge(new Color(0xCE0000)));
    }

    private static void assertLooksTheSame(UnaryOperator<Sheet> change) {
        assertEquals(List.of(), draw(change.apply(PAGE)).differences(draw(PAGE).inFewColours()));
    }

    private static void assertLooksDifferent(UnaryOperator<Sheet> change) {
        assertFalse(
                draw(change.apply(PAGE)).differences(draw(PAGE).inFewColours()).isEmpty());
    }

    private static Picture draw(Sheet sheet) {
        var screen = new BufferedImage(360, sheet.height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = screen.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, 360, sheet.height);
        pen.translate(sheet.shift, sheet.shift);
        pen.setColor(sheet.panel);
        pen.fillRect(0, 700, 360, 100);
        for (int line = 0; line < sheet.lines; line++) {
            writeLine(pen, 100 + 28 * line, 300, new Color(0x1A1A1A));
        }
        writeLine(pen, 20, 60, sheet.badge);
        pen.setColor(sheet.button);
        pen.fillRoundRect(sheet.buttonLeft, 840, 120, 48, 16, 16);
        pen.dispose();
        return Picture.ofScreen(screen);
    }

    /** Strokes as thick and as close as those of 16 px letters. */
    private static void writeLine(Graphics2D pen, int top, int width, Color ink) {
        var random = new Random(top);
        pen.setColor(ink);
        for (int left = 16; left < 16 + width; left += 16) {
            for (int stroke = 0; stroke < 3; stroke++) {
                pen.fillRect(left + 1, top + random.nextInt(15), 13, 1);
                pen.fillRect(left + random.nextInt(13), top + 1, 1, 14);
            }
        }
    }
}
