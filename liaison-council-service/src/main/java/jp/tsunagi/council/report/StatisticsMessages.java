package jp.tsunagi.council.report;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Texts of the statistics pages. Must be public: Qute generates the implementation in another class loader. */
@MessageBundle(value = "statistics", locale = "ja")
public interface StatisticsMessages {

    @Message
    String table(TallyType type);

    @Message
    String unknownUrgency();

    @Message
    String unknownStatus();

    @Message
    String notDelivered();

    @Message
    String unnamedDesk(String code);

    @Message
    String title();

    @Message
    String month();

    @Message
    String showMonth();

    @Message
    String figuresAsOf(String asOf);

    @Message
    String publishedOn(String at);

    @Message
    String nothingPublished();

    @Message
    String otherDesks();

    @Message
    String fewerThanTen();

    @Message
    String roundingNote();

    @Message
    String exactNote();

    @Message
    String count();

    @Message
    String total();

    @Message
    String cells();

    @Message
    String desk();

    @Message
    String noCells();

    @Message
    String kind();
}
