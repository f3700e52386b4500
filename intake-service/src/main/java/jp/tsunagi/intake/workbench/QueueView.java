package jp.tsunagi.intake.workbench;

import jakarta.ws.rs.core.UriBuilder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.tsunagi.intake.approval.Approval;
import jp.tsunagi.intake.consultation.Queue;
import jp.tsunagi.intake.consultation.QueueItem;
import jp.tsunagi.intake.savedview.SavedView;
import jp.tsunagi.platform.code.Coded;
import jp.tsunagi.platform.identity.Actor;
import org.jspecify.annotations.Nullable;

/**
 * What the page of the queue shows.
 *
 * @param filter what was asked for; every part of it stands in the address, so that a colleague sees the same list (there
 *     is one order)
 * @param isSearch whether the lines are what somebody searched for by a name or a URL, which no address holds
 * @param arrivals what had come in when the list was made
 * @param counts how many lines each view has under the other parts of the filter
 */
record QueueView(
        Queue.Filter filter,
        boolean isSearch,
        Queue.Arrivals arrivals,
        Map<Queue.View, Long> counts,
        List<QueueLine> lines,
        List<Approval.Waiting> approvals,
        @Nullable String cursor,
        List<SavedView> saved,
        RelativeTime time,
        Map<String, String> ruleLabels,
        Actor reader) {

    static final String PATH = "/desk/queue";

    /** A tab: a view with its number of lines under the same filter. */
    record Tab(Queue.View view, long count, String address, boolean isCurrent) {}

    /** Names of the fields that say which list a form stood on. */
    public List<String> filterFields() {
        return List.of("view", "status", "urgency", "respondents");
    }

    public List<Tab> tabs() {
        return Arrays.stream(Queue.View.values())
                .map(view -> new Tab(
                        view,
                        counts.getOrDefault(view, 0L),
                        address(view, null),
                        view == filter.view() && !isSearch && filter.number().isEmpty()))
                .toList();
    }

    /** How many lines the view that is shown has on all its pages. */
    public long count() {
        return counts.getOrDefault(filter.view(), 0L);
    }

    /** Whether the list is one case, or what was found. */
    public boolean isFound() {
        return isSearch || filter.number().isPresent();
    }

    public boolean isNarrowed() {
        return filter.status().isPresent() || filter.urgency().isPresent() || filter.respondents();
    }

    /** What a rule says; its id when the rules that are in force do not have it any more. */
    public String rule(String id) {
        return ruleLabels.getOrDefault(id, id);
    }

    public boolean isMine(QueueItem item) {
        return item.state().assignee().equals(reader.id());
    }

    /** The same list as it is now. */
    public String address() {
        return filter.number()
                .map(number -> UriBuilder.fromPath(PATH)
                        .queryParam("number", number.value())
                        .build()
                        .toString())
                .orElseGet(() -> address(filter.view(), null));
    }

    public boolean isShown(SavedView view) {
        return !isFound() && view.address().equals(address());
    }

    /** Where a list stands that is not of one case. */
    static String address(Queue.Filter filter) {
        return address(filter, filter.view(), null);
    }

    public @Nullable String next() {
        return cursor == null ? null : address(filter.view(), cursor);
    }

    private String address(Queue.View view, @Nullable String from) {
        return address(filter, view, from);
    }

    private static String address(Queue.Filter filter, Queue.View view, @Nullable String from) {
        UriBuilder address = UriBuilder.fromPath(PATH).queryParam("view", view.code());
        add(address, "status", filter.status());
        add(address, "urgency", filter.urgency());
        if (filter.respondents()) {
            address.queryParam("respondents", true);
        }
        if (from != null) {
            address.queryParam("cursor", from);
        }
        return address.build().toString();
    }

    private static void add(UriBuilder address, String name, Optional<? extends Coded> code) {
        code.ifPresent(given -> address.queryParam(name, given.code()));
    }
}
