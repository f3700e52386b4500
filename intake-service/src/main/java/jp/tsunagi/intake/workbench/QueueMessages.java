package jp.tsunagi.intake.workbench;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import jp.tsunagi.intake.consultation.Queue;
import jp.tsunagi.intake.handover.Referral;

/** Texts of the queue. Must be public: Qute generates the implementation in another class loader. */
@MessageBundle(value = "queue", locale = "ja")
public interface QueueMessages {

    @Message
    String title();

    @Message
    String views();

    @Message
    String view(Queue.View view);

    @Message
    String cases();

    @Message
    String legalDeadline(String left);

    @Message
    String find();

    @Message
    String findLabel();

    @Message
    String found(int count);

    @Message
    String foundNothing();

    @Message
    String foundHint();

    @Message
    String foundOpens();

    @Message
    String wholeList();

    @Message
    String narrow();

    @Message
    String apply();

    @Message
    String clear();

    @Message
    String savedViews();

    @Message
    String saveView();

    @Message
    String viewName();

    @Message
    String viewNameHint();

    @Message
    String save();

    @Message
    String removeView(String name);

    @Message
    String done(QueueDone done);

    @Message
    String respondents();

    @Message
    String reload();

    @Message
    String asOf(String time);

    /** Parameter as text: the script puts the number in. */
    @Message
    String arrived(String count);

    /** Parameter as text: the script puts the number in. */
    @Message
    String wroteAgain(String count);

    @Message
    String resting();

    @Message
    String caption(String view, long count);

    @Message
    String urgency();

    @Message
    String consultation();

    @Message
    String consulter();

    @Message
    String lastHeard();

    @Message
    String nextDeadline();

    @Message
    String holder();

    @Message
    String me();

    @Message
    String nobody();

    @Message
    String news();

    @Message
    String badge(Referral.Attention why);

    @Message
    String replied();

    @Message
    String received();

    @Message
    String noDeadline();

    @Message
    String nothingIn(String view);

    @Message
    String justNow();

    @Message
    String minutesAgo(long count);

    @Message
    String hoursAgo(long count);

    @Message
    String yesterday(String time);

    @Message
    String today(String time);

    @Message
    String tomorrow(String time);

    @Message
    String minutesLeft(long count);

    @Message
    String hoursLeft(long count);

    @Message
    String minutesLate(long count);

    @Message
    String hoursLate(long count);

    @Message
    String daysLate(long count);

    /** Pattern of a day of about now for java.time.format.DateTimeFormatter. */
    @Message
    String dayPattern();

    @Message
    String until(String time);

    @Message
    String keys();

    @Message
    String keysUse();

    @Message
    String keysNote();

    @Message
    String keyDown();

    @Message
    String keyUp();

    @Message
    String keyOpen();

    @Message
    String keyFind();

    @Message
    String keyHelp();

    @Message
    String close();
}
