package jp.tsunagi.intake.deadline;

import jakarta.persistence.EnumeratedValue;
import java.util.List;
import jp.tsunagi.platform.code.Coded;

/** What a period of the law begins with. */
public enum StartingEvent implements Coded {
    REMOVAL_REQUESTED,
    /** The post was written, or its writer signed in to write it. */
    POSTED,
    /** The person who was harmed learned of the damage and who did it. */
    OFFENDER_KNOWN,
    /** The applicant was told the next provider by order of a court. */
    NEXT_PROVIDER_NAMED,
    /** A court's decision on a disclosure was served. */
    DISCLOSURE_DECISION_SERVED,
    /** A provider asked a sender for an opinion on a disclosure. */
    OPINION_ASKED,
    /** Money went to somebody who deceived. */
    MONEY_SENT,
    /** The school learned of a grave case of bullying. */
    SCHOOL_TOLD;

    @EnumeratedValue
    private final String code = Coded.kebab(name());

    /** Those whose day somebody notes, by who consults: what happens to the respondent happens to nobody else. */
    public static List<StartingEvent> noted(boolean isFromRespondent) {
        return isFromRespondent
                ? List.of(OPINION_ASKED, MONEY_SENT)
                : List.of(
                        POSTED,
                        OFFENDER_KNOWN,
                        MONEY_SENT,
                        SCHOOL_TOLD,
                        NEXT_PROVIDER_NAMED,
                        DISCLOSURE_DECISION_SERVED);
    }

    @Override
    public String code() {
        return code;
    }
}
