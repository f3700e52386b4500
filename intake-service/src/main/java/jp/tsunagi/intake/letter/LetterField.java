package jp.tsunagi.intake.letter;

import static jp.tsunagi.intake.letter.LetterOption.ACCOUNT_ID;
import static jp.tsunagi.intake.letter.LetterOption.AGENT;
import static jp.tsunagi.intake.letter.LetterOption.APOLOGY;
import static jp.tsunagi.intake.letter.LetterOption.BEREAVED;
import static jp.tsunagi.intake.letter.LetterOption.DAMAGES;
import static jp.tsunagi.intake.letter.LetterOption.GUARDIAN;
import static jp.tsunagi.intake.letter.LetterOption.INJUNCTION;
import static jp.tsunagi.intake.letter.LetterOption.IP_ADDRESS;
import static jp.tsunagi.intake.letter.LetterOption.NAME_HIDDEN;
import static jp.tsunagi.intake.letter.LetterOption.NAME_SHOWN;
import static jp.tsunagi.intake.letter.LetterOption.OTHER_PURPOSE;
import static jp.tsunagi.intake.letter.LetterOption.REMOVAL_BY_SENDER;
import static jp.tsunagi.intake.letter.LetterOption.SELF;
import static jp.tsunagi.intake.letter.LetterOption.SENDER_ADDRESS;
import static jp.tsunagi.intake.letter.LetterOption.SENDER_MAIL;
import static jp.tsunagi.intake.letter.LetterOption.SENDER_NAME;
import static jp.tsunagi.intake.letter.LetterOption.SENDER_PHONE;
import static jp.tsunagi.intake.letter.LetterOption.SIM_NUMBER;
import static jp.tsunagi.intake.letter.LetterOption.TIMESTAMP;
import static jp.tsunagi.intake.letter.LetterOption.WITHHOLD_EVIDENCE;
import static jp.tsunagi.intake.letter.LetterOption.WITHHOLD_NAME;
import static jp.tsunagi.intake.letter.LetterOption.WITHHOLD_REASON;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import jp.tsunagi.intake.removal.RequestForm;
import jp.tsunagi.platform.code.Coded;

/**
 * A field of the standard forms of the guidelines to the law (isplaw.jp, as of 2026-11). Every one may stay empty: then
 * there is room to write it by hand.
 */
public enum LetterField implements Coded {
    /** To whom it is addressed. */
    PROVIDER(Kind.LINE, Reader.PROVIDER),
    APPLICANT(SELF, GUARDIAN, AGENT, BEREAVED),
    NAME(Kind.LINE, Reader.PROVIDER),
    /** Of the person who is harmed, when somebody else applies. */
    HARMED_NAME(Kind.LINE, Reader.PROVIDER),
    ADDRESS(Kind.LINE, Reader.PROVIDER),
    PHONE(Kind.LINE, Reader.PROVIDER),
    MAIL(Kind.LINE, Reader.PROVIDER),
    /** The address of the post, and what else is needed to find it: board, thread, number, day, name of a file. */
    PLACE(Kind.TEXT, Reader.SENDER),
    /** What the post says or shows. */
    CONTENT(Kind.TEXT, Reader.SENDER),
    WORK(Kind.TEXT, Reader.SENDER),
    IMAGE(Kind.TEXT, Reader.PROVIDER),
    /** Which election, and as what the applicant stands. */
    ELECTION(Kind.LINE, Reader.SENDER),
    /** Which right is violated, or which rule of the terms. */
    RIGHT(Kind.LINE, Reader.SENDER),
    REASON(Kind.TEXT, Reader.SENDER),
    /** How a work is used. */
    MANNER(Kind.TEXT, Reader.SENDER),
    /** How the applicant found that it is the work. */
    CONFIRMATION(Kind.TEXT, Reader.SENDER),
    NAME_TO_SENDER(NAME_HIDDEN, NAME_SHOWN),
    PURPOSES(true, DAMAGES, APOLOGY, INJUNCTION, REMOVAL_BY_SENDER, OTHER_PURPOSE),
    INFORMATION(
            true,
            SENDER_NAME,
            SENDER_ADDRESS,
            SENDER_PHONE,
            SENDER_MAIL,
            IP_ADDRESS,
            ACCOUNT_ID,
            SIM_NUMBER,
            TIMESTAMP),
    EVIDENCE(Kind.TEXT, Reader.SENDER),
    WITHHELD(true, WITHHOLD_NAME, WITHHOLD_REASON, WITHHOLD_EVIDENCE);

    /** How it is filled in. */
    public enum Kind {
        LINE,
        TEXT,
        /** One of the options. */
        CHOICE,
        /** Any of the options. */
        CHOICES
    }

    /** Who gets to read it at last. */
    private enum Reader {
        PROVIDER,
        /** The provider shows it to who wrote the post, and asks whether they agree. */
        SENDER
    }

    /** Code points of a line, and of a text. */
    static final int MAX_LINE = 200;

    static final int MAX_TEXT = 2_000;

    /** Lines of a text: what fits on two pages. */
    static final int MAX_LINES = 80;

    private static final List<LetterField> SIGNED =
            List.of(PROVIDER, APPLICANT, NAME, HARMED_NAME, ADDRESS, PHONE, MAIL);

    private final String code = Coded.kebab(name());
    private final Kind kind;
    private final Reader reader;
    private final List<LetterOption> options;

    LetterField(Kind kind, Reader reader) {
        this.kind = kind;
        this.reader = reader;
        this.options = List.of();
    }

    LetterField(LetterOption... options) {
        this.kind = Kind.CHOICE;
        this.reader = Reader.PROVIDER;
        this.options = List.of(options);
    }

    LetterField(boolean isMultiple, LetterOption... options) {
        this.kind = isMultiple ? Kind.CHOICES : Kind.CHOICE;
        this.reader = Reader.PROVIDER;
        this.options = List.of(options);
    }

    @Override
    public String code() {
        return code;
    }

    public Kind kind() {
        return kind;
    }

    public List<LetterOption> options() {
        return options;
    }

    /** Whether who wrote the post gets to read it. */
    public boolean isForSender() {
        return reader == Reader.SENDER;
    }

    /** Whether it says who somebody is. It stands in the letter alone, and is kept nowhere. */
    public boolean isIdentity() {
        return switch (this) {
            case NAME, HARMED_NAME, ADDRESS, PHONE, MAIL -> true;
            default -> false;
        };
    }

    int maxLength() {
        return kind == Kind.TEXT ? MAX_TEXT : MAX_LINE;
    }

    /** The fields of a form, in its order. */
    public static List<LetterField> of(RequestForm form) {
        return switch (form) {
            case TERMS_REPORT -> List.of(PROVIDER, PLACE, CONTENT, RIGHT, REASON);
            case REMOVAL -> signed(PLACE, CONTENT, RIGHT, REASON, NAME_TO_SENDER);
            case COPYRIGHT_REMOVAL -> signed(PLACE, WORK, RIGHT, REASON, MANNER, CONFIRMATION, NAME_TO_SENDER);
            case SEXUAL_IMAGE_REMOVAL -> signed(PLACE, IMAGE, REASON);
            case ELECTION_REMOVAL -> signed(ELECTION, PLACE, CONTENT, RIGHT, REASON, NAME_TO_SENDER);
            case DISCLOSURE -> signed(PLACE, CONTENT, RIGHT, REASON, PURPOSES, INFORMATION, EVIDENCE, WITHHELD);
        };
    }

    /** Whether somebody signs such a letter: a report by the terms of a service is none. */
    public static boolean isSigned(RequestForm form) {
        return of(form).contains(NAME);
    }

    private static List<LetterField> signed(LetterField... more) {
        return Stream.concat(SIGNED.stream(), Arrays.stream(more)).toList();
    }
}
