package jp.tsunagi.intake.letter;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import jp.tsunagi.intake.removal.RequestForm;

/**
 * Texts of letters to providers, and of the pages on which they are written. The letter itself is Japanese for every
 * reader. Must be public: Qute generates the implementation in another class loader.
 */
@MessageBundle(value = "letter", locale = "ja")
public interface LetterMessages {

    @Message
    String write();

    @Message
    String lead();

    @Message
    String blankHint();

    @Message
    String senderReads();

    @Message
    String senderReadsText(RequestForm code);

    @Message
    String identityText();

    @Message
    String minorText();

    @Message
    String ownWords();

    @Message
    String proposal();

    @Message
    String storedDraft();

    @Message
    String consulterDraft();

    @Message
    String preview();

    @Message
    String save();

    @Message
    String pdf();

    @Message
    String previewTitle();

    @Message
    String previewText();

    @Message
    String stillEmpty();

    @Message
    String senderWillRead();

    @Message
    String copyTitle();

    @Message
    String copyHint();

    @Message
    String change();

    @Message
    String nextSteps();

    @Message
    String nextCopy();

    /** For an image that nobody should keep. */
    @Message
    String nextCopyUrl();

    @Message
    String nextReport();

    /** Heading of the reasons in a request for disclosure: the law asks for more there. */
    @Message
    String clearReason();

    /** With which a request for disclosure ends. */
    @Message
    String liability();

    @Message
    String nextSend();

    @Message
    String nextNote();

    @Message
    String nextPapers();

    @Message
    String back();

    @Message
    String label(LetterField code);

    @Message
    String hint(LetterField code);

    @Message
    String option(LetterOption code);

    @Message
    String right(Right code);

    /** Title of the letter. */
    @Message
    String title(RequestForm code);

    /** What the letter asks for, in a sentence; %law% is the name of the law on the day. */
    @Message
    String request(RequestForm code);

    @Message
    String recipient(String name);

    @Message
    String blank();

    @Message
    String seal();

    @Message
    String operatorOf(String host);

    @Message
    String and();
}
