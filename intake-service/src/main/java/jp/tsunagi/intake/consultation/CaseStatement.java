package jp.tsunagi.intake.consultation;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import jp.tsunagi.intake.submission.CaseClassification;
import jp.tsunagi.intake.submission.Danger;

/**
 * What the consulter told us, opened.
 *
 * @param urls the places of the content, as typed
 * @param contact mail address, empty when none was given or the reader may not see it
 */
public record CaseStatement(
        @JsonUnwrapped CaseClassification classification,
        Danger danger,
        @JsonProperty("text") String narrative,
        List<String> urls,
        String callName,
        @JsonProperty("contactMail") String contact,
        String prefecture) {

    public CaseStatement {
        urls = List.copyOf(urls);
    }
}
