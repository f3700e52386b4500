package jp.tsunagi.intake.triage;

import java.util.List;
import jp.tsunagi.vocabulary.Urgency;

/** How urgent a consultation is, and the ids of the rules that said exactly that; what a line of the queue shows. */
public record UrgencySuggestion(Urgency urgency, List<String> urgencyReasons) {

    public UrgencySuggestion {
        urgencyReasons = List.copyOf(urgencyReasons);
    }
}
