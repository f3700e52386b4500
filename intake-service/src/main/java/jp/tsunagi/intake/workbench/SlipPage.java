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
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagi.intake.consultation.CaseFile;
import jp.tsunagi.intake.consultation.CaseFiles;
import jp.tsunagi.intake.consultation.Consultations;
import jp.tsunagi.intake.desk.Desk;
import jp.tsunagi.intake.desk.Desks;
import jp.tsunagi.intake.handover.Referral;
import jp.tsunagi.intake.handover.Referrals;
import jp.tsunagi.intake.workbench.CasePageModel.Part;
import jp.tsunagi.platform.identity.Identity;
import jp.tsunagi.platform.identity.Roles;
import jp.tsunagi.platform.page.PageLayout;
import org.jspecify.annotations.Nullable;

/** The slip that goes to a desk outside the platform: on paper, or read out on the phone. */
@Path("/desk/case/{id}/referrals/{referral}/slip")
@Produces(MediaType.TEXT_HTML)
class SlipPage {

    private final CaseFiles files;
    private final Consultations consultations;
    private final Referrals referrals;
    private final Desks desks;
    private final Identity identity;
    private final PageLayout layout;

    SlipPage(
            CaseFiles files,
            Consultations consultations,
            Referrals referrals,
            Desks desks,
            Identity identity,
            PageLayout layout) {
        this.files = files;
        this.consultations = consultations;
        this.referrals = referrals;
        this.desks = desks;
        this.identity = identity;
        this.layout = layout;
    }

    /**
     * What the desk is given.
     *
     * @param summary as it was decided; empty for what did not start on our pages
     * @param parts the fields that may be passed on, with what was told
     */
    record Slip(
            UUID id,
            String receiptNumber,
            Referral referral,
            String deskName,
            @Nullable Desk desk,
            String summary,
            List<Part> parts) {

        /** What a scanner types: both numbers, of which neither opens anything. */
        String numbers() {
            String reference = referral.progress().referenceNumber();
            return reference == null ? receiptNumber : receiptNumber + " " + reference;
        }
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
        static native TemplateInstance slip(Slip slip, Code code);
    }

    @GET
    @RolesAllowed({Roles.COUNSELLOR, Roles.SUPERVISOR})
    @Transactional
    public TemplateInstance show(@PathParam("id") UUID id, @PathParam("referral") UUID referral) {
        CaseFile file = files.read(id, identity.actor());
        Slip slip = slip(file, referrals.get(id, referral));
        return layout.show(Templates.slip(slip, Code.of(slip.numbers())));
    }

    private Slip slip(CaseFile file, Referral referral) {
        Optional<Desk> desk = desks.find(referral.targetDesk());
        return new Slip(
                file.id(),
                file.receiptNumber(),
                referral,
                desk.map(known -> known.name().in(layout.locale())).orElse(referral.targetDesk()),
                desk.orElse(null),
                referrals.summary(referral.id(), consultations.key(file.id())),
                referral.request().disclosedFields().stream()
                        .map(field ->
                                Part.of(field, file.toldBy(referral.request().requestedAt())))
                        .toList());
    }
}
