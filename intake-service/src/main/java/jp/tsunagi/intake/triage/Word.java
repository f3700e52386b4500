package jp.tsunagi.intake.triage;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.ja.JapaneseTokenizer;
import org.apache.lucene.analysis.ja.tokenattributes.BaseFormAttribute;
import org.apache.lucene.analysis.ja.tokenattributes.PartOfSpeechAttribute;
import org.apache.lucene.analysis.ja.tokenattributes.ReadingAttribute;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * A word of a text as Lucene's Kuromoji cuts it with the IPA dictionary.
 *
 * @param base the form that a dictionary lists: 飲む for 飲んだ
 * @param reading how it is read, in katakana; as written when the dictionary does not know it
 * @param kind part of speech, most general first: {@code 名詞-固有名詞-人名-姓}
 * @param start place of its first character
 * @param end place after its last one
 */
record Word(String base, String reading, String kind, int start, int end) {

    boolean is(String generalKind) {
        return kind.startsWith(generalKind);
    }

    boolean isStop() {
        return base.charAt(0) == NormalizedText.STOP;
    }

    static List<Word> of(String text) {
        List<Word> words = new ArrayList<>();
        // Not safe for several threads, and cheap: the dictionary is shared.
        try (JapaneseTokenizer tokenizer = new JapaneseTokenizer(null, false, JapaneseTokenizer.Mode.NORMAL)) {
            CharTermAttribute term = tokenizer.addAttribute(CharTermAttribute.class);
            BaseFormAttribute base = tokenizer.addAttribute(BaseFormAttribute.class);
            ReadingAttribute reading = tokenizer.addAttribute(ReadingAttribute.class);
            PartOfSpeechAttribute kind = tokenizer.addAttribute(PartOfSpeechAttribute.class);
            OffsetAttribute place = tokenizer.addAttribute(OffsetAttribute.class);
            tokenizer.setReader(new StringReader(text));
            tokenizer.reset();
            while (tokenizer.incrementToken()) {
                String surface = term.toString();
                if (surface.isBlank()) {
                    continue;
                }
                String listed = base.getBaseForm();
                String read = reading.getReading();
                words.add(new Word(
                        listed == null ? surface : listed,
                        read == null ? katakana(surface) : read,
                        kind.getPartOfSpeech() == null ? "" : kind.getPartOfSpeech(),
                        place.startOffset(),
                        place.endOffset()));
            }
            tokenizer.end();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return words;
    }

    private static String katakana(String surface) {
        StringBuilder letters = new StringBuilder(surface);
        for (int i = 0; i < letters.length(); i++) {
            char c = letters.charAt(i);
            if (c >= 'ぁ' && c <= 'ゖ') {
                letters.setCharAt(i, (char) (c - 'ぁ' + 'ァ'));
            }
        }
        return letters.toString();
    }
}
