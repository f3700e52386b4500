package jp.tsunagi.intake.submission;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Unchecked input of the public form or of a machine; null means not said. */
public record RawSubmission(
        @Nullable String wish,
        @Nullable String text,
        @Nullable String consulterType,
        @Nullable String ageBand,
        @Nullable List<String> categories,
        @Nullable List<String> urls,
        @Nullable String danger,
        @Nullable String callName,
        @Nullable String contactMail,
        @Nullable String prefecture) {}
