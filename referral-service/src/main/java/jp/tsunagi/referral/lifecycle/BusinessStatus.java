package jp.tsunagi.referral.lifecycle;

import jakarta.persistence.EnumeratedValue;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import jp.tsunagi.platform.code.Coded;

/** What is special about a referral beside its status, the most pressing first (FHIR Task.businessStatus). */
public enum BusinessStatus implements Coded {
    CONSENT_WITHDRAWN("consent-withdrawn"),
    RECALLED("recalled"),
    CANCELLATION_REQUESTED("cancellation-requested"),
    RETURN_OFFERED("return-offered"),
    AWAITING_APPROVAL("awaiting-approval"),
    AWAITING_INFORMATION("awaiting-information"),
    OVERDUE("overdue"),
    DECLINED_LATE("declined-late"),
    FORWARDED("forwarded"),
    EVENT_SCHEDULED("event-scheduled"),
    EVENT_COMPLETED("event-completed");

    @EnumeratedValue
    private final String code;

    BusinessStatus(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    static Set<BusinessStatus> with(Collection<BusinessStatus> marks, BusinessStatus one) {
        Set<BusinessStatus> more = EnumSet.of(one);
        more.addAll(marks);
        return Set.copyOf(more);
    }

    static Set<BusinessStatus> without(Collection<BusinessStatus> marks, BusinessStatus one) {
        Set<BusinessStatus> fewer = EnumSet.noneOf(BusinessStatus.class);
        fewer.addAll(marks);
        fewer.remove(one);
        return Set.copyOf(fewer);
    }
}
