package jp.tsunagi.referral.portal;

import io.quarkus.qute.TemplateExtension;
import jp.tsunagi.referral.lifecycle.BusinessStatus;
import jp.tsunagi.vocabulary.ReferralStatus;
import jp.tsunagi.vocabulary.Urgency;

/** The look of a badge. Red is for danger and lateness only. */
@TemplateExtension
public final class Tone {

    private Tone() {}

    public static String tone(ReferralStatus status) {
        return switch (status) {
            case REQUESTED, RECEIVED, ACCEPTED, IN_PROGRESS -> "active";
            case ON_HOLD, REJECTED, FAILED -> "warn";
            case COMPLETED -> "good";
            case DRAFT, CANCELLED, ENTERED_IN_ERROR -> "plain";
        };
    }

    public static String tone(BusinessStatus mark) {
        return switch (mark) {
            case CONSENT_WITHDRAWN, RECALLED, OVERDUE -> "bad";
            case CANCELLATION_REQUESTED, RETURN_OFFERED, AWAITING_APPROVAL, AWAITING_INFORMATION -> "warn";
            case DECLINED_LATE -> "warn";
            case FORWARDED, EVENT_SCHEDULED -> "plain";
            case EVENT_COMPLETED -> "good";
        };
    }

    public static String tone(Urgency urgency) {
        return switch (urgency) {
            case EMERGENCY -> "bad";
            case HIGH -> "warn";
            case NORMAL, LOW -> "plain";
        };
    }
}
