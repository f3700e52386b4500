package jp.tsunagi.referral.directory;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import jp.tsunagi.platform.time.OpeningHours;
import jp.tsunagi.referral.contact.Contact;
import jp.tsunagi.vocabulary.Need;

/** Texts of the help pages. Must be public: Qute generates the implementation in another class loader. */
@MessageBundle(value = "help", locale = "ja")
public interface HelpMessages {

    @Message
    String title();

    @Message
    String open(long count);

    @Message
    String asOfNow(String moment);

    @Message
    String byNeed();

    /** What to do first. */
    @Message
    String first(Need need);

    @Message
    String state(OpeningHours.State state);

    @Message
    String until(String time);

    @Message
    String from(String moment);

    @Message
    String always();

    @Message
    String cost(Contact.Cost cost);

    @Message
    String old(String day);

    @Message
    String site();

    @Message
    String about();

    @Message
    String toAll();

    @Message
    String writeTitle();

    @Message
    String write();

    @Message
    String writeLink();

    @Message
    String checked();

    @Message
    String allDesks();

    @Message
    String contacts();
}
