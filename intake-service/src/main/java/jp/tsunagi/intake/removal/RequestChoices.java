package jp.tsunagi.intake.removal;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.tsunagi.platform.page.Choice;

/** What is picked from lists where somebody notes a request or its answer. */
public record RequestChoices(List<Choice> forms, List<Choice> requests, List<Choice> results) {

    /** A request that may be answered, and how it is called on the page. */
    public record Made(UUID id, RequestForm form, String label) {}

    public static RequestChoices of(
            List<RequestForm> forms,
            List<Made> made,
            Function<RequestForm, String> form,
            Function<AnswerResult, String> result) {
        Set<AnswerResult> possible =
                made.stream().flatMap(one -> AnswerResult.of(one.form).stream()).collect(Collectors.toSet());
        return new RequestChoices(
                Choice.of(forms, form),
                made.stream()
                        .map(one -> new Choice(one.id.toString(), one.label))
                        .toList(),
                Choice.of(
                        Arrays.stream(AnswerResult.values())
                                .filter(possible::contains)
                                .toList(),
                        result));
    }
}
