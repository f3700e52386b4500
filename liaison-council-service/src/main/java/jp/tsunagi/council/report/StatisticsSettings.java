package jp.tsunagi.council.report;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When a month's figures are published. */
@ConfigMapping(prefix = "tsunagi.council.statistics")
interface StatisticsSettings {

    /**
     * How long after its end a month is closed. What a counsellor does later with a consultation of the month is in no
     * published figure: a longer margin misses fewer and publishes later. Two weeks since 2026-11.
     */
    @WithDefault("14D")
    Duration margin();
}
