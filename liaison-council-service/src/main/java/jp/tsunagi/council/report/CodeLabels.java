package jp.tsunagi.council.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import jp.tsunagi.council.BilingualName;
import jp.tsunagi.council.projection.MonthlyCounts;
import jp.tsunagi.council.projection.MonthlyCounts.Desk;
import jp.tsunagi.platform.code.Coded;
import jp.tsunagi.platform.language.Messages;
import jp.tsunagi.vocabulary.Category;
import jp.tsunagi.vocabulary.CodeMessages;
import jp.tsunagi.vocabulary.ReferralStatus;
import jp.tsunagi.vocabulary.Urgency;

/** What the codes of a report are called in one language. */
final class CodeLabels {

    private final Locale locale;
    private final Map<String, BilingualName> desks;
    private final CodeMessages codes;
    private final StatisticsMessages messages;

    CodeLabels(Locale locale, List<Desk> desks) {
        this.locale = locale;
        this.desks = desks.stream().collect(Collectors.toMap(Desk::code, Desk::name));
        this.codes = Messages.in(locale, CodeMessages.class);
        this.messages = Messages.in(locale, StatisticsMessages.class);
    }

    String label(TallyType type, String code) {
        return switch (type) {
            case CONSULTATIONS_BY_URGENCY ->
                Coded.find(Urgency.class, code).map(codes::urgency).orElseGet(messages::unknownUrgency);
            case MENTIONS_BY_CATEGORY ->
                codes.category(Coded.find(Category.class, code).orElse(Category.OTHER));
            case REFERRALS_BY_DESK -> desk(code);
            case REFERRALS_BY_STATUS ->
                Coded.find(ReferralStatus.class, code).map(this::status).orElseGet(messages::unknownStatus);
        };
    }

    private String desk(String code) {
        if (code.equals(MonthlyCounts.UNKNOWN)) {
            return messages.otherDesks();
        }
        BilingualName name = desks.get(code);
        return name == null ? messages.unnamedDesk(code) : name.in(locale);
    }

    /** Drafts are announced only when a referral could not be delivered. */
    private String status(ReferralStatus status) {
        return status == ReferralStatus.DRAFT ? messages.notDelivered() : codes.referralStatus(status);
    }
}
