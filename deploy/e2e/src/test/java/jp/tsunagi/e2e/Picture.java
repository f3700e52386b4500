package jp.tsunagi.e2e;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/** A page as it looks from some steps away: its upper part, half as wide and half as high. */
record Picture(BufferedImage image) {

    private static final int MAX_HEIGHT = 2000;
    private static final int COLOURS = 128;

    /**
     * How much the mean colour of a square may differ, of 255. An edge between black and white that moves by one pixel
     * of the screen changes a square of 8 by 16 and one of 32 by 4; a letter that is gone changes one of 8 by 50 and
     * more; another pale ground changes one of 32 by 10 and more.
     */
    private record Tolerance(int square, int difference) {}

    private static final List<Tolerance> TOLERANCES = List.of(new Tolerance(8, 28), new Tolerance(32, 9));

    private static final int HEIGHT_TOLERANCE = 4;

    static Picture ofScreen(BufferedImage screen) {
        int width = screen.getWidth() / 2;
        int height = Math.min(screen.getHeight(), MAX_HEIGHT) / 2;
        var half = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                half.setRGB(
                        x, y, mean(screen, new Rectangle(2 * x, 2 * y, 2, 2)).getRGB());
            }
        }
        return new Picture(half);
    }

    static Picture read(Path file) {
        try {
            return new Picture(ImageIO.read(file.toFile()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    void write(Path file) {
        try {
            Files.createDirectories(file.getParent());
            ImageIO.write(image, "png", file.toFile());
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** The same in its most frequent colours: a file of a third of the size. */
    Picture inFewColours() {
        Map<Integer, Integer> pixels = new HashMap<>();
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                pixels.merge(rounded(image.getRGB(x, y)), 1, Integer::sum);
            }
        }
        int[] palette = palette(pixels);
        var model = new IndexColorModel(8, palette.length, palette, 0, false, -1, 0);
        var few = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, model);
        Map<Integer, Integer> nearest = new HashMap<>();
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int index = nearest.computeIfAbsent(rounded(image.getRGB(x, y)), colour -> nearest(palette, colour));
                few.getRaster().setSample(x, y, 0, index);
            }
        }
        return new Picture(few);
    }

    /** The squares that look otherwise; none when somebody would call both the same page. */
    List<Rectangle> differences(Picture other) {
        List<Rectangle> found = new ArrayList<>();
        int width = Math.min(image.getWidth(), other.image.getWidth());
        int height = Math.min(image.getHeight(), other.image.getHeight());
        if (image.getWidth() != other.image.getWidth()
                || Math.abs(image.getHeight() - other.image.getHeight()) > HEIGHT_TOLERANCE) {
            found.add(new Rectangle(0, height - 1, image.getWidth(), Math.max(1, image.getHeight() - height + 1)));
        }
        for (Tolerance tolerance : TOLERANCES) {
            int square = Math.min(tolerance.square, Math.min(width, height));
            for (int top = 0; top < height; top += square) {
                for (int left = 0; left < width; left += square) {
                    // The last squares overlap their neighbours: a narrow rest would be too sensitive.
                    var place = new Rectangle(
                            Math.min(left, width - square), Math.min(top, height - square), square, square);
                    if (distance(mean(image, place), mean(other.image, place)) > tolerance.difference) {
                        found.add(place);
                    }
                }
            }
        }
        return found;
    }

    boolean looksLike(Path file) {
        return Files.exists(file) && differences(read(file)).isEmpty();
    }

    Picture marked(List<Rectangle> places) {
        var copy = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = copy.createGraphics();
        pen.drawImage(image, 0, 0, null);
        pen.setColor(Color.RED);
        places.forEach(pen::draw);
        pen.dispose();
        return new Picture(copy);
    }

    private static Color mean(BufferedImage image, Rectangle place) {
        long red = 0;
        long green = 0;
        long blue = 0;
        int[] colours = image.getRGB(place.x, place.y, place.width, place.height, null, 0, place.width);
        for (int colour : colours) {
            red += colour >> 16 & 0xFF;
            green += colour >> 8 & 0xFF;
            blue += colour & 0xFF;
        }
        int count = colours.length;
        return new Color((int) (red / count), (int) (green / count), (int) (blue / count));
    }

    private static int distance(Color one, Color other) {
        return Math.max(
                Math.abs(one.getRed() - other.getRed()),
                Math.max(Math.abs(one.getGreen() - other.getGreen()), Math.abs(one.getBlue() - other.getBlue())));
    }

    /** Each part to a multiple of eight, white stays white. */
    private static int rounded(int colour) {
        int rounded = 0xFF;
        for (int shift = 16; shift >= 0; shift -= 8) {
            rounded = rounded << 8 | Math.min(0xFF, (colour >> shift & 0xFF) + 4 & 0x1F8);
        }
        return rounded;
    }

    private static int[] palette(Map<Integer, Integer> pixels) {
        return pixels.entrySet().stream()
                .sorted(Map.Entry.<Integer, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(COLOURS)
                .mapToInt(Map.Entry::getKey)
                .toArray();
    }

    private static int nearest(int[] palette, int colour) {
        int best = 0;
        for (int i = 1; i < palette.length; i++) {
            if (distance(new Color(palette[i]), new Color(colour))
                    < distance(new Color(palette[best]), new Color(colour))) {
                best = i;
            }
        }
        return best;
    }
}
