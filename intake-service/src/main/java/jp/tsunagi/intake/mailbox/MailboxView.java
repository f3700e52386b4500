package jp.tsunagi.intake.mailbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.tsunagi.intake.consultation.ConsultationStatus;
import jp.tsunagi.intake.desk.Desk;
import jp.tsunagi.intake.handover.HandoverStatus;
import jp.tsunagi.platform.code.Coded;
import jp.tsunagi.vocabulary.DeskMode;
import jp.tsunagi.vocabulary.Field;
import jp.tsunagi.vocabulary.Outcome;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a consulter finds in the mailbox. Nothing here names the consulter: the code may be read over a shoulder. */
@Schema(name = "Mailbox")
public record MailboxView(
        String receiptNumber,
        ConsultationStatus status,
        Instant receivedAt,
        List<MailboxMessage> messages,
        List<ReferralProgress> referrals,
        List<Question> questions,
        List<Given> consents) {

    /** Who wrote a message. */
    public enum Sender implements Coded {
        YOU,
        COUNSELLOR;

        private final String code = name().toLowerCase(Locale.ROOT);

        @Override
        public String code() {
            return code;
        }
    }

    /** What the consulter has just done; the page says that it worked. */
    public enum Done implements Coded {
        SENT,
        ANSWERED,
        WITHDRAWN;

        private final String code = name().toLowerCase(Locale.ROOT);

        @Override
        public String code() {
            return code;
        }
    }

    public record MailboxMessage(Sender from, String text, Instant at) {}

    /**
     * Which other desk works on the case, and what came of it.
     *
     * @param reach what to know when somebody still has to tell the desk; else null
     */
    public record ReferralProgress(
            String desk,
            String nameJa,
            String nameEn,
            HandoverStatus status,
            @Nullable Reach reach,
            List<Outcome> outcomeCodes,
            Instant changedAt) {

        public String name(Locale locale) {
            return new Desk.Name(nameJa, nameEn).in(locale);
        }
    }

    /**
     * How a desk outside the platform is reached. The texts are Japanese, as desks publish them.
     *
     * @param mode who tells the desk, and how
     */
    @Schema(name = "DeskReach")
    public record Reach(
            DeskMode mode, @Nullable String phone, @Nullable String hoursJa) {

        /** A number as desks write it; three to five digits only when there is nothing else, as in 110. */
        private static final Pattern NUMBER = Pattern.compile("#?[0-9]{2,4}(?:-[0-9]{1,6}){1,3}|^#?[0-9]{3,5}$");

        /** A piece of what stands under the telephone. */
        public record Part(String text, boolean isNumber) {}

        /** The words and the numbers of the telephone, in order, so that each number can be pressed on a phone. */
        public List<Part> parts() {
            List<Part> parts = new ArrayList<>();
            String text = phone == null ? "" : phone;
            Matcher number = NUMBER.matcher(text);
            int end = 0;
            while (number.find()) {
                parts.add(new Part(text.substring(end, number.start()), false));
                parts.add(new Part(number.group(), true));
                end = number.end();
            }
            parts.add(new Part(text.substring(end), false));
            return parts.stream().filter(part -> !part.text().isEmpty()).toList();
        }
    }

    /** Asks the consulter whether these fields may be passed on to this desk. */
    @Schema(name = "ConsentQuestion")
    public record Question(
            UUID id,
            String desk,
            String nameJa,
            String nameEn,
            @Nullable String scopeJa,
            List<Field> fields,
            String textVersion) {

        public String name(Locale locale) {
            return new Desk.Name(nameJa, nameEn).in(locale);
        }
    }

    /**
     * A yes that counts now and can be taken back.
     *
     * @param id names it when it is taken back
     */
    @Schema(name = "GivenConsent")
    public record Given(
            UUID id,
            String desk,
            String nameJa,
            String nameEn,
            List<Field> fields,
            @Nullable Instant givenAt) {

        public String name(Locale locale) {
            return new Desk.Name(nameJa, nameEn).in(locale);
        }
    }
}
