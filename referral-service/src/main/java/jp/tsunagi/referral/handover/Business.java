package jp.tsunagi.referral.handover;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What is special about a referral beside its status, the most pressing first. */
public enum Business {
    RECALLED("recalled"),
    CANCELLATION_REQUESTED("cancellation-requested"),
    RETURN_OFFERED("return-offered"),
    AWAITING_INFORMATION("awaiting-information"),
    OVERDUE("overdue"),
    DECLINED_LATE("declined-late"),
    FORWARDED("forwarded"),
    EVENT_SCHEDULED("event-scheduled"),
    EVENT_COMPLETED("event-completed");

    private final String wire;

    Business(String wire) {
        this.wire = wire;
    }

    @JsonValue
    public String wire() {
        return wire;
    }

    public static Optional<Business> of(String wire) {
        return Stream.of(values())
                .filter(business -> business.wire.equals(wire))
                .findFirst();
    }

    static Set<Business> and(Collection<Business> marks, Business one) {
        Set<Business> more = EnumSet.of(one);
        more.addAll(marks);
        return Set.copyOf(more);
    }

    static Set<Business> without(Collection<Business> marks, Business one) {
        Set<Business> fewer = EnumSet.noneOf(Business.class);
        fewer.addAll(marks);
        fewer.remove(one);
        return Set.copyOf(fewer);
    }
}
