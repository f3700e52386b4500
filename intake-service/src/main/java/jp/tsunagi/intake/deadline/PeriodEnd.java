package jp.tsunagi.intake.deadline;

import jp.tsunagi.platform.code.Coded;

/** What the end of a period means, and how many days before it somebody should act before all else. */
public enum PeriodEnd implements Coded {
    /** A provider may remove from then on without liability; an answer can be expected. */
    PROVIDER_ANSWER(0),
    /** A provider must have said what it decided. */
    PROVIDER_DUTY(0),
    /** Records of who wrote it may be gone. To have them kept takes weeks. */
    LOGS(60),
    /** A right is lost. To find a lawyer and to write takes weeks. */
    RIGHT(30),
    /** Nobody can be prosecuted any more. */
    PROSECUTION(90),
    /** The person must have answered. */
    OWN_ANSWER(7),
    /** Every hour counts from the event on; after some days little is left to save. */
    ACT_NOW(0);

    private static final int DAYS_TO_ACT = 7;

    private final String code = Coded.kebab(name());
    private final int daysBefore;

    PeriodEnd(int daysBefore) {
        this.daysBefore = daysBefore;
    }

    @Override
    public String code() {
        return code;
    }

    int daysBefore() {
        return daysBefore;
    }

    int daysAfter() {
        return this == ACT_NOW ? DAYS_TO_ACT : 0;
    }

    /** Whether it is a provider that has to do something by then. */
    public boolean isOfProvider() {
        return this == PROVIDER_ANSWER || this == PROVIDER_DUTY;
    }

    /**
     * Whether its end lifts a case in the list of counsellors. What a provider does is only awaited, and records matter
     * only to who wants to know who wrote it.
     *
     * @param wantsSender whether the person wants that
     */
    public boolean presses(boolean wantsSender) {
        return switch (this) {
            case PROVIDER_ANSWER, PROVIDER_DUTY, PROSECUTION -> false;
            case LOGS -> wantsSender;
            case RIGHT, OWN_ANSWER, ACT_NOW -> true;
        };
    }
}
