package jp.tsunagi.intake.handover;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything that the other desk receives; a field that is not passed on is null here and absent in JSON. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DisclosedData(
        String summary,
        @Nullable String narrative,
        @Nullable List<String> urls,
        @Nullable String callName,
        @Nullable String contact) {}
