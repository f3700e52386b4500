package jp.tsunagi.intake.casedeadline;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.tsunagi.intake.IntakeProblem;
import jp.tsunagi.intake.consultation.CaseFile;
import jp.tsunagi.intake.consultation.Consultations;
import jp.tsunagi.intake.deadline.LegalDeadline;
import jp.tsunagi.intake.deadline.LegalPeriods;
import jp.tsunagi.intake.deadline.PeriodEnd;
import jp.tsunagi.intake.deadline.PeriodId;
import jp.tsunagi.intake.deadline.StartingDay;
import jp.tsunagi.intake.deadline.StartingDays;
import jp.tsunagi.intake.deadline.StartingEvent;
import jp.tsunagi.intake.removal.RequestForm;
import jp.tsunagi.intake.removal.RequestStatus;
import jp.tsunagi.intake.removal.TargetFile;
import jp.tsunagi.intake.removal.TargetFiles;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.page.JapanTime;
import jp.tsunagi.platform.problem.Refusal;
import jp.tsunagi.platform.time.Ids;
import jp.tsunagi.vocabulary.Category;
import jp.tsunagi.vocabulary.Wish;

/** Counts the periods of the law that run in a case, from its places, the requests to providers and the noted days. */
@ApplicationScoped
public class CaseDeadlines {

    private final TargetFiles targets;
    private final StartingDays days;
    private final CountedDeadlineRows counted;
    private final Consultations consultations;
    private final Clock clock;

    CaseDeadlines(
            TargetFiles targets,
            StartingDays days,
            CountedDeadlineRows counted,
            Consultations consultations,
            Clock clock) {
        this.targets = targets;
        this.days = days;
        this.counted = counted;
        this.consultations = consultations;
        this.clock = clock;
    }

    /** Everything that was noted in a case, in that order. */
    public List<StartingDay> days(UUID consultation) {
        return days.findByConsultation(consultation);
    }

    /** What can happen in a case from which a period runs. */
    public static List<StartingEvent> events(CaseFile file) {
        return StartingEvent.noted(file.classification().isFromRespondent());
    }

    /** Notes a day in a case that was opened and is locked. */
    public StartingDay note(CaseFile file, StartingDays.Noted noted, Actor by) {
        UUID place = noted.targetId();
        if (place != null
                && file.targets().stream().noneMatch(target -> target.id().equals(place))) {
            throw new Refusal(IntakeProblem.TARGET_NOT_FOUND).at("/targetId");
        }
        consultations.markForRecount(file.id());
        return days.add(file.id(), noted, events(file), by, clock.instant());
    }

    /** Those of a case that was opened: first what presses and can still be acted on, then by their ends. */
    public List<CaseDeadline> of(CaseFile file) {
        return of(file, places(file), days(file.id()));
    }

    /**
     * @param places of the case, with what is known of them
     * @param noted all its days
     */
    public List<CaseDeadline> of(CaseFile file, List<TargetFile> places, List<StartingDay> noted) {
        return of(file, places, noted, before(file.id()));
    }

    private List<CaseDeadline> of(
            CaseFile file,
            List<TargetFile> places,
            List<StartingDay> noted,
            Map<Key, List<CountedDeadlineRow>> before) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), JapanTime.ZONE);
        boolean wantsSender = wantsSender(file, places);
        return running(file, places, noted).entrySet().stream()
                .map(one -> new CaseDeadline(
                        one.getKey().deadline,
                        one.getKey().isAssumed,
                        List.copyOf(one.getValue()),
                        recounts(before.getOrDefault(Key.of(one.getKey().deadline), List.of())),
                        today,
                        one.getKey().deadline.period().end().presses(wantsSender)
                                && one.getKey().deadline.isSoon(today)))
                .sorted(Comparator.comparing(CaseDeadline::isOver)
                        .thenComparing(one -> !one.isPressing())
                        .thenComparing(one -> !one.isActNow())
                        .thenComparing(one -> one.deadline().lastDay()))
                .toList();
    }

    private List<TargetFile> places(CaseFile file) {
        return targets.of(
                file.id(), file.targets(), file.allCategories(), file.receivedAt(), consultations.key(file.id()));
    }

    private Map<Key, List<CountedDeadlineRow>> before(UUID consultation) {
        return counted.findByConsultation(consultation).stream()
                .collect(Collectors.groupingBy(row -> new Key(row.period, row.begins)));
    }

    /**
     * Counts a case anew that is opened and locked: notes every last day that differs from the one before, and lifts the
     * case in the list, or lets it down.
     *
     * @param edition of the rules by which it is counted
     */
    void recount(CaseFile file, String edition) {
        Map<Key, List<CountedDeadlineRow>> before = before(file.id());
        List<CaseDeadline> running = of(file, places(file), days(file.id()), before);
        Instant now = clock.instant();
        running.stream()
                .map(CaseDeadline::deadline)
                .distinct()
                .filter(one -> !isCounted(one, before))
                .forEach(one -> counted.persist(row(file.id(), one, now)));
        consultations.storeDeadline(
                file.id(),
                running.stream()
                        .filter(CaseDeadline::isPressing)
                        .map(one -> one.deadline().overFrom().minusDays(1))
                        .min(Comparator.naturalOrder()),
                running.stream().flatMap(one -> nextChange(one).stream()).min(Comparator.naturalOrder()),
                edition);
    }

    private static boolean isCounted(LegalDeadline deadline, Map<Key, List<CountedDeadlineRow>> before) {
        List<CountedDeadlineRow> rows = before.getOrDefault(Key.of(deadline), List.of());
        return !rows.isEmpty() && rows.getLast().lastDay.equals(deadline.lastDay());
    }

    /** The next day on which a period begins or ceases to press. */
    private static Optional<LocalDate> nextChange(CaseDeadline one) {
        if (one.isOver()) {
            return Optional.empty();
        }
        LegalDeadline deadline = one.deadline();
        return Optional.of(one.isSoon() ? deadline.overFrom() : deadline.soonFrom());
    }

    /** @param isAssumed whether it is counted from the day of the consultation instead of that of the post */
    private record Running(LegalDeadline deadline, boolean isAssumed) {}

    /** The same period from the same day is one, for however many places it runs. */
    private record Key(PeriodId period, LocalDate begins) {
        static Key of(LegalDeadline deadline) {
            return new Key(deadline.period().id(), deadline.event());
        }
    }

    private static Map<Running, Set<String>> running(CaseFile file, List<TargetFile> places, List<StartingDay> noted) {
        Map<Running, Set<String>> running = new LinkedHashMap<>();
        if (!file.classification().isFromRespondent()) {
            places.forEach(place -> ofPlace(place)
                    .forEach(one ->
                            put(running, one, List.of(place.target().url().canonical()))));
        }
        Map<UUID, String> urls = file.targets().stream()
                .collect(Collectors.toMap(one -> one.id(), one -> one.url().canonical()));
        List<Category> about = file.allCategories();
        for (StartingDay day : StartingDays.current(noted)) {
            List<String> place = day.targetId() == null ? List.of() : List.of(urls.get(day.targetId()));
            LegalPeriods.of(day.event(), Set.of(), about, day.happenedOn()).stream()
                    // Those of a place are counted with it.
                    .filter(one -> places.isEmpty() || one.period().end() != PeriodEnd.LOGS)
                    .forEach(one -> put(running, new Running(one, false), place));
        }
        return running;
    }

    /** Logs run on whatever was disclosed: a site may know an address of which the next provider knows the name. */
    private static List<Running> ofPlace(TargetFile place) {
        List<Running> running = new ArrayList<>();
        running.add(new Running(place.logs(), place.postedOn() == null));
        place.requests().stream()
                .filter(one -> one.due() != null)
                .forEach(one -> running.add(new Running(one.due(), false)));
        return running;
    }

    private static void put(Map<Running, Set<String>> running, Running one, Collection<String> places) {
        running.computeIfAbsent(one, _ -> new LinkedHashSet<>()).addAll(places);
    }

    private static boolean wantsSender(CaseFile file, List<TargetFile> places) {
        return file.classification().wish() == Wish.IDENTIFY
                || file.submission().wish() == Wish.IDENTIFY
                || places.stream()
                        .flatMap(place -> place.requests().stream())
                        .anyMatch(one -> one.request().form() == RequestForm.DISCLOSURE
                                && one.status() != RequestStatus.ENTERED_IN_ERROR);
    }

    private static List<CaseDeadline.Recount> recounts(List<CountedDeadlineRow> rows) {
        List<CaseDeadline.Recount> moved = new ArrayList<>();
        for (int i = 1; i < rows.size(); i++) {
            moved.add(new CaseDeadline.Recount(rows.get(i - 1).lastDay, rows.get(i).lastDay, rows.get(i).countedAt));
        }
        return moved;
    }

    private static CountedDeadlineRow row(UUID consultation, LegalDeadline deadline, Instant now) {
        CountedDeadlineRow row = new CountedDeadlineRow();
        row.id = Ids.next();
        row.consultationId = consultation;
        row.period = deadline.period().id();
        row.begins = deadline.event();
        row.lastDay = deadline.lastDay();
        row.countedAt = now;
        return row;
    }
}
