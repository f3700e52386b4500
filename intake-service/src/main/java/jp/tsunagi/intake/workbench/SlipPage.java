package jp.tsunagi.intake.workbench;

import io.nayuki.qrcodegen.QrCode;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import jp.tsunagi.platform.identity.Identity;
import jp.tsunagi.platform.identity.Roles;
import jp.tsunagi.platform.page.PageLayout;

/** The slip that goes to a desk outside the platform: on paper, or read out on the phone. */
@Path("/desk/case/{id}/referrals/{referral}/slip")
@Produces(MediaType.TEXT_HTML)
class SlipPage {

    private final CasePageModel model;
    private final Identity identity;
    private final PageLayout layout;

    SlipPage(CasePageModel model, Identity identity, PageLayout layout) {
        this.model = model;
        this.identity = identity;
        this.layout = layout;
    }

    /** A QR code as the path of an SVG: one unit for each module, with the quiet zone of four (ISO/IEC 18004). */
    record Code(String path, int size) {

        private static final int QUIET = 4;

        static Code of(String text) {
            QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
            StringBuilder path = new StringBuilder();
            for (int y = 0; y < code.size; y++) {
                for (int x = 0; x < code.size; x++) {
                    if (code.getModule(x, y)) {
                        path.append("M%d %dh1v1h-1z".formatted(x + QUIET, y + QUIET));
                    }
                }
            }
            return new Code(path.toString(), code.size + 2 * QUIET);
        }
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance slip(CasePageModel.Slip slip, Code code);
    }

    @GET
    @RolesAllowed({Roles.COUNSELLOR, Roles.SUPERVISOR})
    @Transactional
    public TemplateInstance show(@PathParam("id") UUID id, @PathParam("referral") UUID referral) {
        CasePageModel.Slip slip = model.slip(id, referral, identity.actor(), layout.locale());
        return layout.show(Templates.slip(slip, Code.of(number(slip))));
    }

    /** What a scanner types: both numbers, of which neither opens anything. */
    private static String number(CasePageModel.Slip slip) {
        String reference = slip.referral().progress().referenceNumber();
        return reference == null ? slip.receiptNumber() : slip.receiptNumber() + " " + reference;
    }
}
