package jp.tsunagi.referral.portal;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import jp.tsunagi.referral.approval.ApprovalDecision;
import jp.tsunagi.referral.delivery.DeliveryState;
import jp.tsunagi.referral.details.ReferralKind;
import jp.tsunagi.referral.disclosure.BasisEvidence;
import jp.tsunagi.referral.lifecycle.BusinessStatus;
import jp.tsunagi.referral.lifecycle.Command.Audience;
import jp.tsunagi.referral.lifecycle.CommandType;

/**
 * Labels of the codes that only this service shows; the shared ones are in {@code code}. Must be public: Qute generates
 * the implementation in another class loader.
 */
@MessageBundle(value = "lifecycle", locale = "ja")
public interface LifecycleMessages {

    /** A button, and what the history says was done. */
    @Message
    String command(CommandType command);

    /** What a person reads who just did it. */
    @Message
    String done(CommandType command);

    /** The first entry of the history, which no command made. */
    @Message
    String created();

    @Message
    String businessStatus(BusinessStatus code);

    /** Whether the consultation moves. */
    @Message
    String kind(ReferralKind code);

    @Message
    String delivery(DeliveryState code);

    /** Why we believe that the ground of a disclosure exists. */
    @Message
    String evidence(BasisEvidence code);

    @Message
    String approval(ApprovalDecision code);

    /** Who may read a note. */
    @Message
    String audience(Audience code);
}
