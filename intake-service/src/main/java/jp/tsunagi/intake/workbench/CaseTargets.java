package jp.tsunagi.intake.workbench;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import jp.tsunagi.intake.IntakeProblem;
import jp.tsunagi.intake.consultation.CaseFile;
import jp.tsunagi.intake.consultation.CaseFiles;
import jp.tsunagi.intake.consultation.Consultations;
import jp.tsunagi.intake.removal.ProviderAnswer;
import jp.tsunagi.intake.removal.ProviderRequest;
import jp.tsunagi.intake.removal.ProviderRequests;
import jp.tsunagi.intake.removal.TargetFile;
import jp.tsunagi.intake.removal.TargetFiles;
import jp.tsunagi.intake.removal.Targets;
import jp.tsunagi.intake.submission.ContentUrl;
import jp.tsunagi.intake.submission.ContentUrls;
import jp.tsunagi.intake.submission.Narrative;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.problem.Refusal;

/** What counsellors do with the places of a case: name more of them, note what providers were asked and answered. */
@ApplicationScoped
class CaseTargets {

    /** Characters: room for as many places as a case may have, each as long as it may be. */
    private static final int MAX_TYPED = Targets.MAX_COUNT * 2_000;

    private final CaseFiles files;
    private final Consultations consultations;
    private final ProviderRequests requests;
    private final TargetFiles targets;
    private final Clock clock;

    CaseTargets(
            CaseFiles files, Consultations consultations, ProviderRequests requests, TargetFiles targets, Clock clock) {
        this.files = files;
        this.consultations = consultations;
        this.requests = requests;
        this.targets = targets;
        this.clock = clock;
    }

    /** The places of a case that was opened. */
    List<TargetFile> of(CaseFile file) {
        return targets.of(
                file.id(),
                file.targets(),
                file.classification().categories(),
                file.receivedAt(),
                consultations.key(file.id()));
    }

    /** Adds every place in a text; one that the case has already stays as it was told first. */
    void add(UUID id, String text, Actor by) {
        List<ContentUrl> urls =
                text.length() <= MAX_TYPED && Narrative.isReadable(text) ? ContentUrls.inField(text) : List.of();
        if (urls.isEmpty() || !urls.stream().allMatch(ContentUrl::isStorable)) {
            throw new Refusal(IntakeProblem.URL_FORMAT).at("/urls");
        }
        consultations.addTargets(id, urls, by, clock.instant());
    }

    ProviderRequest ask(UUID id, UUID target, ProviderRequests.Asked asked, Actor by) {
        files.readForHandOver(id, by);
        consultations.markForRecount(id);
        return requests.add(id, target, asked, by, clock.instant());
    }

    ProviderAnswer answer(UUID id, ProviderRequests.Key request, ProviderRequests.Came came, Actor by) {
        files.readForHandOver(id, by);
        consultations.markForRecount(id);
        return requests.answer(id, request, came, consultations.key(id), by, clock.instant());
    }
}
