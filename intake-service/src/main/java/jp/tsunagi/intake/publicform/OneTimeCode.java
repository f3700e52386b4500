package jp.tsunagi.intake.publicform;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import jp.tsunagi.intake.IntakeProblem;
import jp.tsunagi.intake.receipt.ConfirmationCode;
import jp.tsunagi.platform.page.Form;
import jp.tsunagi.platform.problem.Refusal;
import jp.tsunagi.platform.sealing.FieldEncryption;

/**
 * The confirmation code between the check page and the final submit. It is bound to that form's key by a keyed hash, so
 * nobody can send a code of their own choice to find out which ones exist.
 */
@ApplicationScoped
class OneTimeCode {

    private final FieldEncryption encryption;

    OneTimeCode(FieldEncryption encryption) {
        this.encryption = encryption;
    }

    /** What the check page holds: the digits to write down, and the proof that we drew them. */
    record Shown(String digits, String written, String ticket) {}

    Shown show(Form form, ConfirmationCode code) {
        return new Shown(code.digits(), code.shown(), ticket(form.key(), code));
    }

    ConfirmationCode read(Form form) {
        return ConfirmationCode.read(form.value("code"))
                .filter(code -> MessageDigest.isEqual(
                        ticket(form.key(), code).getBytes(StandardCharsets.US_ASCII),
                        form.value("ticket").getBytes(StandardCharsets.UTF_8)))
                .orElseThrow(() -> new Refusal(IntakeProblem.FORM_OUTDATED));
    }

    private String ticket(String key, ConfirmationCode code) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(encryption.fingerprint("code-ticket\n" + key + "\n" + code.digits()));
    }
}
