package jp.tsunagi.intake.triage;

/**
 * The rules that say which desk a case goes to.
 *
 * @param number which version of the council's guide it is; 0 for the guide of this release, until there is one
 * @param text in YAML; docs/triage.md
 */
public record RoutingGuide(int number, String text) {

    /** Followed until the council adopts one. */
    static final int OF_THE_RELEASE = 0;
}
