package jp.tsunagi.intake.triage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import jp.tsunagi.intake.SampleCase;
import jp.tsunagi.intake.submission.Danger;
import jp.tsunagi.intake.submission.RawSubmission;
import jp.tsunagi.intake.submission.Submission;
import jp.tsunagi.vocabulary.Category;
import jp.tsunagi.vocabulary.Urgency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TriageTest {

    private static final Triage TRIAGE = new Triage();

    static Stream<SampleCase> cases() {
        return SampleCase.all().stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theCasesOfTheFieldGetTheUrgencyExpertsGave(SampleCase one) {
        assertEquals(
                one.text("urgency"), TRIAGE.assess(one.submission()).urgency().code());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ビルの屋上にいます",
                "もう起きないって送ってきた子がいて、連絡がとれません",
                "クラス全員に送ると言われて、21時までに5万円",
                "し に た い",
                "死・に・た・い",
                "ｼﾆﾀｲ",
                "4にたい",
                "タヒにたい",
                "もう死にたぃ",
                "薬をまとめて机に並べました",
                "死ぬことしか考えられない",
                "死にたいと言わないと誰も助けてくれない",
                "まとめ記事に名前が載って、もう死にたいです",
                "中学の時から死にたいです。今は相談できる人がいない",
                "家の前で必死にドアを叩いている人がいます",
                "死̶に̶た̶い̶",
                "自殺の準備ができました",
                "自殺願望があります",
                "死んだほうがみんな喜ぶ",
                "首を吊ります",
                "今から首を吊ります",
                "自殺するつもりです",
                "自殺を決めました",
                "自殺未遂をしました",
                "娘が自殺未遂をしました",
                "飛び降ります",
                "しぬほうがいい",
                "わたしは死んだほうがいいですか",
                "動画を消してもらえないなら死ぬほうがいい",
                "死にたい いる意味がない",
                "消えたい いる意味ない"
            })
    void dangerIsHeardHoweverItIsWritten(String text) {
        assertEquals(Urgency.EMERGENCY, TRIAGE.assess(text).urgency(), text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "死ぬほど恥ずかしい写真が友達のブログに載っていました。消したいです。",
                "殺風景な店だと口コミに書かれました。消し方を教えてください。",
                "自爆営業をさせられていると書いたら上司に怒られました。",
                "5年前に死にたいと書いたブログが残っています。今は元気です。消せますか。"
            })
    void wordsThatOnlySoundDangerousRingNoBell(String text) {
        assertFalse(TRIAGE.assess(text).urgency() == Urgency.EMERGENCY, text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "相談者から「死んだほうがいい」との発言がありました。",
                "本人が自殺未遂で入院したため、対応を終了します。",
                "首吊りを図り、家族が発見しました。",
                "自殺の計画を話しており、当機関では対応できないためお返しします。",
                "自殺念慮があり当窓口では対応困難のため差し戻します。"
            })
    void whatADeskWritesOfDangerToLifeRings(String note) {
        assertEquals(Urgency.EMERGENCY, TRIAGE.assessNote(note).urgency(), note);
    }

    @Test
    void everyAnswerShowsThePersonsOwnWords() {
        Assessment assessment = TRIAGE.assess("いま橋の上にいます。ｼﾆﾀｲです。");

        Assessment.Reason reason = assessment.urgencyReasons().stream()
                .filter(one -> one.rule().equals("wish-to-die"))
                .findFirst()
                .orElseThrow();
        assertEquals(List.of("ｼﾆﾀｲ"), reason.words());
        assertFalse(assessment.desks().isEmpty());
        assertTrue(assessment.desks().stream().noneMatch(desk -> desk.reasons().isEmpty()));
    }

    @Test
    void whatFollowsFromAnAnswerShowsTheWordsThatLedToIt() {
        Assessment assessment = TRIAGE.assess("元彼に裸の写真を掲示板にばらまかれました");

        assertTrue(assessment.categories().stream().anyMatch(kind -> kind.value() == Category.NCII));
        Assessment.Reason desk = assessment.desks().stream()
                .filter(one -> one.value().equals("SIA_SAFELINE"))
                .flatMap(one -> one.reasons().stream())
                .filter(reason -> reason.rule().equals("to-safeline-image"))
                .findFirst()
                .orElseThrow();
        assertEquals(List.of("元彼に裸の写真を掲示板にばらまかれました"), desk.words());
    }

    @Test
    void wordsThatWereNotCountedAreShownWithTheReason() {
        Assessment assessment = TRIAGE.assess("死にたいわけではありません。悪口を消したいだけです。");

        assertEquals(
                List.of(new Assessment.Harmless("wish-to-die", "死にたい", Discount.NEGATED)),
                assessment.harmless().stream()
                        .filter(one -> one.sign().equals("wish-to-die"))
                        .toList());
    }

    @Test
    void dangerInTheTextOverridesTheCategoryChosen() {
        Assessment assessment = TRIAGE.assess(told("もう死にたいです", Danger.NO, Category.OTHER));

        assertEquals(Urgency.EMERGENCY, assessment.urgency());
        assertTrue(rules(assessment).contains("wish-to-die"));
    }

    @Test
    void everyRuleThatSaysTheSameIsAReason() {
        Assessment assessment = TRIAGE.assess(told("助けて", Danger.YES, Category.SUICIDE_RISK));

        assertTrue(rules(assessment).containsAll(List.of("danger-now", "life-at-risk")));
    }

    @Test
    void anOrdinaryCaseNeedsNoReason() {
        Assessment assessment = TRIAGE.assess(told("掲示板に仕事が遅いと悪口を書かれました。消したいです。", Danger.NO));

        assertEquals(Urgency.NORMAL, assessment.urgency());
        assertEquals(List.of(), assessment.urgencyReasons());
        assertEquals("IHAHO", assessment.desks().getFirst().value());
    }

    @Test
    void whatIsWrittenLaterRaisesTheUrgencyWhenSomebodySaysSoAndNeverLowersIt() {
        Assessment normal = TRIAGE.assess("悪口を書かれました");
        Assessment danger = TRIAGE.assess("もう死にたい");

        assertEquals(Urgency.NORMAL, normal.and(danger).urgency());
        assertEquals(
                danger.urgencyReasons(), normal.and(danger).raisedBy(danger).urgencyReasons());
        assertEquals(Urgency.EMERGENCY, normal.and(danger).raisedBy(danger).urgency());
        assertEquals(Urgency.EMERGENCY, danger.and(normal).urgency());
        assertEquals(rules(danger), rules(danger.and(normal)));
        assertEquals(danger.urgencyReasons(), danger.and(danger).urgencyReasons());
    }

    /** Hostile input takes no longer than its length, and hides nothing. */
    @ParameterizedTest
    @MethodSource("hostile")
    void hostileTextsNeitherHangNorSilence(String text) {
        Assessment assessment = TRIAGE.assess(text);

        assertFalse(assessment.unread());
        assertEquals(Urgency.EMERGENCY, assessment.urgency());
    }

    static Stream<String> hostile() {
        return Stream.of(
                "死" + "\u0301".repeat(100_000) + "にたい",
                "\u202e死にたい\u202c",
                "死\u200bに\u200bた\u200bい",
                "死\0に\0たい",
                "死\ud800にたい",
                "あ".repeat(9_000) + "。死にたいです。",
                "屋上".repeat(4_000) + "。死にたいです。",
                "(".repeat(9_000) + "死にたい");
    }

    @Test
    void aTextThatNobodyReadIsMoreUrgentThanMost() {
        Assessment unread = Assessment.unread("any", Urgency.HIGH);

        assertTrue(unread.unread());
        assertEquals(Urgency.HIGH, unread.urgency());
        assertTrue(unread.and(TRIAGE.assess("死にたい")).unread());
    }

    private static List<String> rules(Assessment assessment) {
        return assessment.urgencyReasons().stream().map(Assessment.Reason::rule).toList();
    }

    private static Submission told(String text, Danger danger, Category... categories) {
        return Submission.read(new RawSubmission(null, text, List.of(categories), null, danger, null, null));
    }

    @Test
    void aDeskThatThePersonSpeaksOfIsNamedWithTheirWords() {
        Assessment assessment = TRIAGE.assess("掲示板に悪口を書かれました。法務局の人権相談に電話したらいいですか。");

        assertEquals(List.of("MOJ_JINKEN"), assessment.named().getFirst().desks());
        assertTrue(assessment.named().getFirst().words().contains("人権相談"), assessment.named()::toString);
    }

    @Test
    void wordsOfThanksAfterwardsAreNoEmergency() {
        for (String text : List.of("もう一つあります", "書きます", "続きです。", "ありがとうございました", "それから")) {
            assertFalse(TRIAGE.assess(text).urgency() == Urgency.EMERGENCY, text);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "管轄外のため、お戻しします。",
                "受け付けました。担当は佐藤です。",
                "定員に達しているため、お受けできません。",
                "お問い合わせの件、確認中です。",
                "Out of our area. Please send it to the Tokyo desk.",
                "本人の無事を確認しました。自殺のおそれはないと判断しています。",
                "いつ書かれましたか。",
                "サイトが書き込みを消しました。"
            })
    void ordinaryNotesOfADeskRingNoBell(String note) {
        assertEquals(Urgency.NORMAL, TRIAGE.assessNote(note).urgency(), note);
    }

    @ParameterizedTest
    @ValueSource(strings = {"電話で、もう死にたいと話しています。", "本人はいま屋上にいると言っています。"})
    void aNoteOfDangerIsHeard(String note) {
        Assessment heard = TRIAGE.assessNote(note);

        assertEquals(Urgency.EMERGENCY, heard.urgency(), note);
        assertTrue(heard.urgencyReasons().stream().allMatch(why -> !why.words().isEmpty()), heard::toString);
    }
}
