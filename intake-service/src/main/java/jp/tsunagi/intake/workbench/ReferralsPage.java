package jp.tsunagi.intake.workbench;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import jp.tsunagi.intake.desk.Desks;
import jp.tsunagi.intake.handover.ReferralList;
import jp.tsunagi.platform.http.CursorPage;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.identity.Identity;
import jp.tsunagi.platform.identity.Roles;
import jp.tsunagi.platform.page.PageLayout;
import org.jspecify.annotations.Nullable;

/** Everything that was handed over, by what has to be done about it: carry it, answer, look again. */
@Path("/desk/referrals")
@Produces(MediaType.TEXT_HTML)
class ReferralsPage {

    private final ReferralList list;
    private final Desks desks;
    private final Identity identity;
    private final PageLayout layout;

    ReferralsPage(ReferralList list, Desks desks, Identity identity, PageLayout layout) {
        this.list = list;
        this.desks = desks;
        this.identity = identity;
        this.layout = layout;
    }

    /** One of the ways to look at the list, with how many lines it has. */
    record Tab(ReferralList.View view, long count, boolean shown) {}

    /** A line with the name of its desk. */
    record Line(ReferralList.Line of, String deskName) {}

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance referrals(List<Tab> tabs, List<Line> lines, @Nullable String next);
    }

    @GET
    @RolesAllowed({Roles.COUNSELLOR, Roles.SUPERVISOR, Roles.LEGAL_ADVISER})
    @Transactional
    public TemplateInstance show(
            @QueryParam("view") @Nullable String view, @QueryParam("cursor") @Nullable String cursor) {
        Actor reader = identity.actor();
        ReferralList.View asked = ReferralList.View.read(view);
        CursorPage<ReferralList.Line> page = list.list(reader, asked, cursor, CursorPage.DEFAULT_SIZE);
        Map<String, String> names = desks.names(layout.locale());
        return layout.show(Templates.referrals(
                Arrays.stream(ReferralList.View.values())
                        .map(one -> new Tab(one, list.count(reader, one), one == asked))
                        .toList(),
                page.items().stream().map(line -> named(line, names)).toList(),
                page.next() == null ? null : "/desk/referrals?view=" + asked.code() + "&cursor=" + page.next()));
    }

    private static Line named(ReferralList.Line line, Map<String, String> names) {
        String code = line.referral().targetDesk();
        return new Line(line, names.getOrDefault(code, code));
    }
}
