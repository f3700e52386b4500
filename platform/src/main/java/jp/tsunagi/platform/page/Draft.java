package jp.tsunagi.platform.page;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What somebody typed into a form and has not sent. */
public record Draft(Map<String, List<String>> fields, Instant keptAt) {

    public Draft {
        fields = Map.copyOf(fields);
    }
}
