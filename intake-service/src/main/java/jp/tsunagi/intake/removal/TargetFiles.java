package jp.tsunagi.intake.removal;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.tsunagi.intake.deadline.LegalPeriods;
import jp.tsunagi.intake.deadline.StartingDays;
import jp.tsunagi.intake.deadline.StartingEvent;
import jp.tsunagi.intake.deadline.Trait;
import jp.tsunagi.intake.provider.DesignationStatus;
import jp.tsunagi.intake.provider.ProviderEntry;
import jp.tsunagi.intake.provider.ProviderPlaces;
import jp.tsunagi.intake.provider.Providers;
import jp.tsunagi.intake.provider.TermsCategory;
import jp.tsunagi.platform.page.JapanTime;
import jp.tsunagi.platform.sealing.DataKey;
import jp.tsunagi.vocabulary.Category;
import org.jspecify.annotations.Nullable;

/** Lays the places of a case beside the directory of providers, what was asked, and the days that the law sets. */
@ApplicationScoped
public class TargetFiles {

    private final ProviderRequests requests;
    private final StartingDays days;
    private final Providers providers;
    private final Clock clock;

    TargetFiles(ProviderRequests requests, StartingDays days, Providers providers, Clock clock) {
        this.requests = requests;
        this.days = days;
        this.providers = providers;
        this.clock = clock;
    }

    /**
     * @param categories what the case is about
     * @param receivedAt when it came in
     */
    public List<TargetFile> of(
            UUID consultation, List<Target> targets, List<Category> categories, Instant receivedAt, DataKey key) {
        if (targets.isEmpty()) {
            return List.of();
        }
        ProviderPlaces places = providers.places();
        Map<UUID, List<ProviderRequest>> asked = requests.findByConsultation(consultation, key);
        Map<Optional<UUID>, LocalDate> posted = posted(consultation);
        LocalDate told = LocalDate.ofInstant(receivedAt, JapanTime.ZONE);
        return targets.stream()
                .map(target -> of(
                        target,
                        places.find(target.url()),
                        categories,
                        told,
                        posted.getOrDefault(Optional.of(target.id()), posted.get(Optional.<UUID>empty())),
                        asked.getOrDefault(target.id(), List.of())))
                .toList();
    }

    /** By the place; that of nobody is the day of all others. */
    private Map<Optional<UUID>, LocalDate> posted(UUID consultation) {
        Map<Optional<UUID>, LocalDate> posted = new HashMap<>();
        StartingDays.current(days.findByConsultation(consultation)).stream()
                .filter(one -> one.event() == StartingEvent.POSTED)
                .forEach(one -> posted.put(Optional.ofNullable(one.targetId()), one.happenedOn()));
        return posted;
    }

    private TargetFile of(
            Target target,
            Optional<ProviderEntry> known,
            List<Category> categories,
            LocalDate told,
            @Nullable LocalDate postedOn,
            List<ProviderRequest> asked) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), JapanTime.ZONE);
        Set<TermsCategory> wanted = TermsCategory.of(categories);
        return new TargetFile(
                target,
                known.orElse(null),
                isDesignated(known, told),
                RequestForm.of(categories),
                known.map(entry -> entry.provider().termsCategories()).orElse(List.of()).stream()
                        .filter(wanted::contains)
                        .toList(),
                asked.stream()
                        .map(one -> new RequestFile(
                                one,
                                one.form().isRemoval()
                                        ? LegalPeriods.of(
                                                StartingEvent.REMOVAL_REQUESTED,
                                                traits(one, known),
                                                categories,
                                                one.askedOn())
                                        : List.of(),
                                today))
                        .toList(),
                postedOn,
                LegalPeriods.logs(postedOn == null ? told : postedOn),
                today);
    }

    private static Set<Trait> traits(ProviderRequest request, Optional<ProviderEntry> known) {
        Set<Trait> traits = EnumSet.noneOf(Trait.class);
        if (isDesignated(known, request.askedOn())) {
            traits.add(Trait.DESIGNATED);
        } else if (!isUnknown(known)) {
            traits.add(Trait.NOT_DESIGNATED);
        }
        if (request.form() == RequestForm.ELECTION_REMOVAL) {
            traits.add(Trait.ELECTION);
        }
        if (request.form() == RequestForm.SEXUAL_IMAGE_REMOVAL) {
            traits.add(Trait.SEXUAL_IMAGE);
        }
        return traits;
    }

    /** An entry that does not tell promises nothing; what the directory lacks is not among the few that are designated. */
    private static boolean isUnknown(Optional<ProviderEntry> known) {
        return known.filter(entry -> entry.provider().designation() == DesignationStatus.UNKNOWN)
                .isPresent();
    }

    private static boolean isDesignated(Optional<ProviderEntry> known, LocalDate on) {
        return known.filter(entry -> entry.provider().isDesignated(on)).isPresent();
    }
}
