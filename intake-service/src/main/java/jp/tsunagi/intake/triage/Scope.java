package jp.tsunagi.intake.triage;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** In which sense the sentences of a text speak: whether of now, of long ago, of a story, or in general. */
final class Scope {

    private static final Set<String> NOT = Set.of("ない", "ん", "ぬ", "まい", "ず", "へん");

    /** 〜かもしれない, 〜てたまらない, 〜しかない: what is negated is not what was said. */
    private static final Set<String> YES_ALL_THE_SAME =
            Set.of("しれる", "たまる", "しか", "ほか", "いける", "ならない", "仕方", "しょうが", "止まる", "やむ", "きれる", "かも");

    /** 死ぬことしか考えられない: the negation says that there is nothing else. */
    private static final Set<String> ONLY = Set.of("しか", "ほか");

    private static final Set<String> CONDITIONS = Set.of("と", "よう", "なら", "ば", "たら");

    /** A sentence goes on after these; the predicate before them was said. */
    private static final Set<String> CLAUSE_ENDS = Set.of("けど", "けれど", "けれども", "から", "ので", "し", "なら", "ば");

    /** Words that may stand between a predicate and its negation: 死にたいとは思わない, 死ぬつもりはない. */
    private static final Set<String> BETWEEN = Set.of(
            "思う", "考える", "する", "わけ", "つもり", "気", "気持ち", "こと", "予定", "の", "ん", "いる", "なる", "だ", "です", "ます", "日", "とき",
            "時", "なんて", "など", "ある", "られる", "れる", "言う", "たい", "もの", "そんな", "おそれ", "お", "それ", "恐れ", "可能", "性", "心配", "様子",
            "兆候", "危険", "そういう", "そういった", "おる");

    /** "Years ago" holds for so many sentences after it. */
    private static final int PAST_REACHES = 2;

    /** No negation stands further away. */
    private static final int REACH = 9;

    private final Sentences text;
    /** The sentences that have a cue. */
    private final BitSet fiction = new BitSet();

    private final BitSet inGeneral = new BitSet();
    private final BitSet longAgo = new BitSet();
    private final BitSet wellNow = new BitSet();

    private Scope(Sentences text) {
        this.text = text;
    }

    static Scope of(Sentences text, List<Finding> found) {
        Scope scope = new Scope(text);
        for (Finding one : found) {
            switch (one.sign()) {
                case "fiction" -> scope.fiction.set(scope.sentence(one));
                case "in-general" -> scope.inGeneral.set(scope.sentence(one));
                case "long-ago" -> scope.longAgo.set(scope.sentence(one));
                case "well-now" -> scope.wellNow.set(scope.sentence(one));
                default -> {}
            }
        }
        return scope;
    }

    private int sentence(Finding one) {
        return text.sentenceOf(text.wordAtOrAfter(one.start()));
    }

    Optional<Discount> discount(Finding one) {
        int sentence = sentence(one);
        if (isNegated(one)) {
            return Optional.of(Discount.NEGATED);
        }
        if (isNear(fiction, sentence)) {
            return Optional.of(Discount.FICTION);
        }
        if (inGeneral.get(sentence)) {
            return Optional.of(Discount.IN_GENERAL);
        }
        boolean isBetterSince = wellNow.nextSetBit(sentence) >= 0;
        if (isBetterSince && isWithin(longAgo, sentence - PAST_REACHES, sentence)) {
            return Optional.of(Discount.LONG_AGO);
        }
        return Optional.empty();
    }

    /** A story or a lesson is spoken of in its own sentence and the ones beside it. */
    private static boolean isNear(BitSet cues, int sentence) {
        return isWithin(cues, sentence - 1, sentence + 1);
    }

    private static boolean isWithin(BitSet cues, int first, int last) {
        int next = cues.nextSetBit(Math.max(0, first));
        return next >= 0 && next <= last;
    }

    /** 言わないと, 思わないように: nothing is denied. */
    private boolean isCondition(int word) {
        // ないと判断する: this と only quotes.
        return text.isInSentence(word)
                && CONDITIONS.contains(text.words().get(word).base())
                && !text.words().get(word).is("助詞-格助詞");
    }

    /** An odd number of negations follows in the same clause; two say that it is so: 死にたいと思わない日はない. */
    private boolean isNegated(Finding one) {
        if (ONLY.stream().anyMatch(text.text().substring(one.start(), one.end())::endsWith)) {
            return false;
        }
        int negations = 0;
        int first = text.wordAtOrAfter(one.end());
        for (int word = first; word < first + REACH && text.isInSentence(word); word++) {
            Word here = text.words().get(word);
            if (ONLY.contains(here.base())) {
                return false;
            }
            if (NOT.contains(here.base()) && (here.is("助動詞") || here.is("形容詞"))) {
                if (isCondition(word + 1)) {
                    return false;
                }
                boolean says = word == first
                        || !YES_ALL_THE_SAME.contains(text.words().get(word - 1).base());
                negations += says ? 1 : 0;
            } else if (CLAUSE_ENDS.contains(here.base()) || !(here.is("助") || BETWEEN.contains(here.base()))) {
                break;
            }
        }
        return negations % 2 == 1;
    }
}
