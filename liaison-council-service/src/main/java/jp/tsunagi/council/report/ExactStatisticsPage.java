package jp.tsunagi.council.report;

import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jp.tsunagi.platform.identity.Roles;
import org.jspecify.annotations.Nullable;

/** The exact statistics, for the secretariat only; a page of its own, so that nobody shows it by mistake. */
@Path("/council/admin/statistics")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Roles.SECRETARIAT)
class ExactStatisticsPage {

    private final StatisticsPage statistics;

    ExactStatisticsPage(StatisticsPage statistics) {
        this.statistics = statistics;
    }

    @GET
    @Transactional
    public TemplateInstance exact(@QueryParam("month") @Nullable String month) {
        return statistics.show(month, true);
    }
}
