package jp.tsunagi.intake.casedeadline;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import jp.tsunagi.intake.deadline.LegalPeriod;
import jp.tsunagi.intake.deadline.PeriodId;
import jp.tsunagi.intake.deadline.StartingEvent;

/** Texts about deadlines for counsellors. Must be public: Qute generates the implementation in another class loader. */
@MessageBundle(value = "deadline", locale = "ja")
public interface DeadlineMessages {

    @Message
    String title();

    @Message
    String none();

    @Message
    String all(int count);

    @Message
    String until(String day);

    @Message
    String atOnce();

    @Message
    String pressing();

    @Message
    String soon();

    @Message
    String over();

    @Message
    String daysLeft(long count);

    @Message
    String lastDay();

    @Message
    String period(PeriodId code);

    @Message
    String how();

    @Message
    String computed(String event, String day, String length, String last);

    @Message
    String computedWithFirst(String event, String day, String length, String last);

    @Message
    String computedAtOnce(String event, String day);

    @Message
    String computedFromConsultation(String day, String length, String last);

    @Message
    String stays();

    @Message
    String noneSkipped();

    @Message
    String skipped(String days);

    @Message
    String between();

    @Message
    String event(StartingEvent code);

    @Message
    String ground(LegalPeriod.Ground code);

    @Message
    String article(String law, String article);

    @Message
    String rule(String id, String day);

    @Message
    String asOf(String day);

    @Message
    String days(int count);

    @Message
    String months(int count);

    @Message
    String years(int count);

    @Message
    String recounted(String day, String before, String after);

    @Message
    String logsHint();

    @Message
    String places(int count);

    @Message
    String noteTitle();

    @Message
    String noteText();

    @Message
    String whichEvent();

    @Message
    String whichPost();

    @Message
    String day();

    @Message
    String dayHint();

    @Message
    String note();

    @Message
    String noted();

    @Message
    String nothingNoted();

    @Message
    String takenBack();

    @Message
    String told(String event, String day);

    @Message
    String tookBack(String event);

    @Message
    String takeBack(String event, String day);

    @Message
    String calendar();

    @Message
    String calendarHint();

    @Message
    String calendarLine(String number);
}
