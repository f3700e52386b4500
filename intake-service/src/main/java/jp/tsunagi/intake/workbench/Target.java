package jp.tsunagi.intake.workbench;

import java.time.LocalDate;
import java.util.List;
import jp.tsunagi.intake.consultation.CaseFile;
import jp.tsunagi.intake.provider.ProviderEntry;
import jp.tsunagi.intake.provider.ProviderPlaces;
import jp.tsunagi.intake.provider.Providers;
import jp.tsunagi.intake.submission.ContentUrls;
import jp.tsunagi.platform.page.JapanTime;
import org.jspecify.annotations.Nullable;

/**
 * A place that a person named, and whose it is.
 *
 * @param url as it was told; never fetched, and never a link
 * @param provider the service that it belongs to, null for one that the directory does not know
 * @param isDesignated whether that service was designated as a large one on the day of the consultation
 */
record Target(String url, @Nullable ProviderEntry provider, boolean isDesignated) {

    static List<Target> of(CaseFile file, Providers providers) {
        List<String> urls = file.submission().urls();
        if (urls.isEmpty()) {
            return List.of();
        }
        ProviderPlaces places = providers.places();
        LocalDate day = LocalDate.ofInstant(file.receivedAt(), JapanTime.ZONE);
        return urls.stream().map(url -> of(url, places, day)).toList();
    }

    private static Target of(String told, ProviderPlaces places, LocalDate day) {
        ProviderEntry provider = ContentUrls.inField(told).stream()
                .findFirst()
                .flatMap(places::find)
                .orElse(null);
        return new Target(
                told, provider, provider != null && provider.provider().isDesignated(day));
    }
}
