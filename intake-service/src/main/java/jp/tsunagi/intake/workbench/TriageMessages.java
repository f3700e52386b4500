package jp.tsunagi.intake.workbench;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import java.time.LocalDate;
import jp.tsunagi.intake.triage.Discount;
import jp.tsunagi.intake.triage.Rule;

/**
 * Texts of what triage suggests, what somebody decides about it, and its rules. Must be public: Qute generates the
 * implementation in another class loader.
 */
@MessageBundle(value = "triage", locale = "ja")
public interface TriageMessages {

    @Message
    String unread();

    @Message
    String title();

    @Message
    String none();

    @Message
    String reasons();

    @Message
    String desks();

    @Message
    String notDesks();

    @Message
    String harmless();

    @Message
    String suggestedBy(String version);

    @Message
    String discount(Discount code);

    @Message
    String rulesTitle();

    @Message
    String rulesText(String version, LocalDate adopted);

    @Message
    String question(Rule.Question code);

    @Message
    String ruleSays();

    @Message
    String ruleWhen();

    @Message
    String ruleSource();

    @Message
    String ruleId();

    @Message
    String asSuggested();

    @Message
    String raiseTo(String level);

    @Message
    String lower();

    @Message
    String lowerOnlySupervisor();

    @Message
    String lowerTo();

    @Message
    String lowerReason();

    @Message
    String lowerReasonHint();

    @Message
    String correct();

    @Message
    String decide();

    @Message
    String notThisDesk();

    @Message
    String decidedBy(String who);

    @Message
    String suggestedWas(String what);

    @Message
    String evidence();

    @Message
    String agreed(long count);

    @Message
    String corrected(long count);

    @Message
    String noEvidence();

    @Message
    String correctionsTitle();

    @Message
    String correctionsText(int most);

    @Message
    String noCorrections();

    @Message
    String suggestedAnswer();

    @Message
    String decidedAnswer();

    @Message
    String decidedWho();

    @Message
    String backToRules();

    @Message
    String wants();

    @Message
    String named();

    @Message
    String namedAt(int place);

    @Message
    String namedNot();

    @Message
    String namedLater();

    @Message
    String since();

    @Message
    String ruledOut();

    @Message
    String stillThisDesk();
}
