package jp.tsunagi.intake.workbench;

import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import jp.tsunagi.intake.approval.Approval;
import jp.tsunagi.intake.approval.Approvals;
import jp.tsunagi.intake.consultation.CaseFiles;
import jp.tsunagi.intake.consultation.ConsultationStatus;
import jp.tsunagi.intake.consultation.Queue;
import jp.tsunagi.intake.consultation.QueueItem;
import jp.tsunagi.intake.receipt.ReceiptNumber;
import jp.tsunagi.intake.savedview.SavedViews;
import jp.tsunagi.intake.triage.Triage;
import jp.tsunagi.platform.code.Coded;
import jp.tsunagi.platform.http.CursorPage;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.language.Messages;
import jp.tsunagi.platform.page.Choice;
import jp.tsunagi.platform.page.Form;
import jp.tsunagi.platform.page.PageLayout;
import jp.tsunagi.vocabulary.CodeMessages;
import jp.tsunagi.vocabulary.Urgency;
import org.jspecify.annotations.Nullable;

/** Lays out the page of the queue: as it is asked for, or again with a form about it that was refused. */
@ApplicationScoped
class QueuePageModel {

    private final CaseFiles files;
    private final QueueLines lines;
    private final SavedViews savedViews;
    private final Approvals approvals;
    private final PageLayout layout;
    private final Triage triage;
    private final Clock clock;

    QueuePageModel(
            CaseFiles files,
            QueueLines lines,
            SavedViews savedViews,
            Approvals approvals,
            PageLayout layout,
            Triage triage,
            Clock clock) {
        this.files = files;
        this.lines = lines;
        this.savedViews = savedViews;
        this.approvals = approvals;
        this.layout = layout;
        this.triage = triage;
        this.clock = clock;
    }

    /** @param done code of what was done just before */
    TemplateInstance list(Queue.Filter filter, @Nullable String cursor, @Nullable String done, Actor reader) {
        String number = filter.number().map(ReceiptNumber::value).orElse("");
        return list(form(filter, number), filter, cursor, done, reader);
    }

    /** The list with a form of its fields that was refused. */
    TemplateInstance again(Form refused, Queue.Filter filter, Actor reader) {
        return list(refused, filter, null, null, reader);
    }

    TemplateInstance found(Queue.Filter filter, String wanted, Actor reader) {
        Queue.Arrivals arrivals = files.countArrivals(reader, filter.respondents());
        List<QueueItem> found = files.search(reader, filter.respondents(), wanted);
        return page(form(filter, wanted), filter, arrivals, new CursorPage<>(found, null), true, null, reader);
    }

    private TemplateInstance list(
            Form form, Queue.Filter filter, @Nullable String cursor, @Nullable String done, Actor reader) {
        // Counted before the list is read: what comes in between is announced although it may be on the list already.
        Queue.Arrivals arrivals = files.countArrivals(reader, filter.respondents());
        CursorPage<QueueItem> page = files.list(reader, filter, cursor, CursorPage.DEFAULT_SIZE);
        return page(form, filter, arrivals, page, false, done, reader);
    }

    private static Form form(Queue.Filter filter, String sought) {
        return Form.filled(Map.of(
                "find", sought,
                "view", filter.view().code(),
                "status", filter.status().map(ConsultationStatus::code).orElse(""),
                "urgency", filter.urgency().map(Urgency::code).orElse(""),
                "respondents", filter.respondents() ? "true" : ""));
    }

    private TemplateInstance page(
            Form form,
            Queue.Filter filter,
            Queue.Arrivals arrivals,
            CursorPage<QueueItem> page,
            boolean isSearch,
            @Nullable String done,
            Actor reader) {
        WorkbenchMessages texts = Messages.in(layout.locale(), WorkbenchMessages.class);
        CodeMessages codes = Messages.in(layout.locale(), CodeMessages.class);
        QueueMessages words = Messages.in(layout.locale(), QueueMessages.class);
        return layout.show(QueuePage.Templates.queue(
                form,
                Choice.of(List.of(ConsultationStatus.values()), texts::consultationStatus),
                Choice.of(List.of(Urgency.values()), codes::urgency),
                new QueueView(
                        filter,
                        isSearch,
                        arrivals,
                        files.count(reader, filter),
                        lines.of(page).items(),
                        reader.hasRole(Approval.ROLE) ? approvals.findWaiting(reader) : List.of(),
                        page.next(),
                        savedViews.findByOwner(reader),
                        new RelativeTime(clock.instant(), words, layout.locale()),
                        triage.labels(layout.locale()),
                        reader),
                Coded.find(QueueDone.class, done).map(words::done).orElse(null)));
    }
}
