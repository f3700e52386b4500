package jp.tsunagi.intake.letter;

import java.util.List;

/**
 * A letter as it will be sent.
 *
 * @param text to copy into a form on the web
 * @param empty what is still to be written
 */
public record LetterPreview(String title, List<LetterPrinter.Line> lines, String text, List<LetterField> empty) {}
