package jp.tsunagi.intake.publicform;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import jp.tsunagi.platform.page.JapanTime;
import jp.tsunagi.platform.page.PageLayout;

/** Where "close this page at once" leads: the days of this month, on a page that names no service. */
@Path("/calendar")
@Produces(MediaType.TEXT_HTML)
class CalendarPage {

    private static final int WEEK = 7;

    private final PageLayout layout;
    private final Clock clock;

    CalendarPage(PageLayout layout, Clock clock) {
        this.layout = layout;
        this.clock = clock;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance calendar(YearMonth month, List<List<String>> weeks);
    }

    @GET
    @PermitAll
    public TemplateInstance show() {
        YearMonth month = YearMonth.from(LocalDate.ofInstant(clock.instant(), JapanTime.ZONE));
        return layout.show(Templates.calendar(month, weeks(month)));
    }

    /** Weeks from Sunday to Saturday; a day of another month is empty. */
    private static List<List<String>> weeks(YearMonth month) {
        int before = month.atDay(1).getDayOfWeek().getValue() % WEEK;
        List<List<String>> weeks = new ArrayList<>();
        for (int first = 1 - before; first <= month.lengthOfMonth(); first += WEEK) {
            List<String> week = new ArrayList<>();
            for (int day = first; day < first + WEEK; day++) {
                week.add(day < 1 || day > month.lengthOfMonth() ? "" : Integer.toString(day));
            }
            weeks.add(week);
        }
        return weeks;
    }
}
