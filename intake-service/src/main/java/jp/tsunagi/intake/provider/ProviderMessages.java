package jp.tsunagi.intake.provider;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import java.time.LocalDate;

/** Texts of the directory of providers. Must be public: Qute generates the implementation in another class loader. */
@MessageBundle(value = "provider", locale = "ja")
public interface ProviderMessages {

    @Message
    String title();

    @Message
    String lead();

    @Message
    String all(int count);

    @Message
    String due(int count);

    @Message
    String noneDue();

    @Message
    String reminderSubject();

    @Message
    String reminderText(int count);

    @Message
    String name();

    @Message
    String operator();

    @Message
    String country();

    @Message
    String domestic();

    @Message
    String foreign(String country);

    @Message
    String kindLabel();

    @Message
    String kind(ProviderKind code);

    @Message
    String places();

    @Message
    String placesHint();

    @Message
    String noPlaces();

    @Message
    String designationLabel();

    @Message
    String designation(DesignationStatus code);

    @Message
    String designatedSince();

    @Message
    String designatedSinceHint();

    @Message
    String since(LocalDate day);

    @Message
    String channels();

    @Message
    String channel(RemovalChannel code);

    @Message
    String removalUrl();

    @Message
    String removalUrlHint();

    @Message
    String removalUrlUnknown();

    @Message
    String categories();

    @Message
    String category(TermsCategory code);

    @Message
    String languages();

    @Message
    String languagesHint();

    @Message
    String demands();

    @Message
    String demandsHint();

    @Message
    String notes();

    @Message
    String notesHint();

    @Message
    String source();

    @Message
    String sourceHint();

    @Message
    String asOf();

    @Message
    String asOfHint();

    @Message
    String undated();

    @Message
    String verificationLabel();

    @Message
    String verification(VerificationStatus code);

    @Message
    String verificationText(VerificationStatus code);

    @Message
    String confirmedBy(String name, LocalDate day);

    @Message
    String unverifiedFact();

    @Message
    String confirm();

    @Message
    String confirmText();

    @Message
    String edit();

    @Message
    String editText();

    @Message
    String save();

    @Message
    String back();

    @Message
    String history();

    @Message
    String change(ProviderChange.Kind code);

    @Message
    String done(ProviderChange.Kind code);

    @Message
    String unknownProvider();

    @Message
    String countryHint();
}
