package jp.tsunagi.intake.triage;

import java.util.List;
import jp.tsunagi.vocabulary.Urgency;

/** How urgent a consultation is, and the rules that said exactly that. */
public record Assessment(Urgency urgency, List<UrgencyRule> urgencyReasons) {

    public Assessment {
        urgencyReasons = List.copyOf(urgencyReasons);
    }
}
