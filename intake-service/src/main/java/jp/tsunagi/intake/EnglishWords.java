package jp.tsunagi.intake;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.Message;

/** {@link Words} in English. */
@Localized("en")
public interface EnglishWords extends Words {

    @Override
    @Message("{#when code}"
            + "{#is 'listen'}I want somebody to listen"
            + "{#is 'unsure'}I do not know what to do"
            + "{#is 'delete_self'}I want to ask for removal myself"
            + "{#is 'delete_by_other'}I want somebody to ask for removal"
            + "{#is 'identify'}I want to know who wrote it, or compensation"
            + "{#is 'safety'}I feel in danger, or want it punished"
            + "{#is 'refund'}I want my money back"
            + "{#is 'stop_handling'}I want a company to stop misusing my data"
            + "{#is 'respond_notice'}I received a claim or an inquiry"
            + "{#is 'report_only'}I only want to report"
            + "{#else}{code}{/when}")
    String wish(String code);

    @Override
    @Message("{#when code}"
            + "{#is 'victim_self'}The person harmed"
            + "{#is 'guardian'}A parent or guardian"
            + "{#is 'family'}Family"
            + "{#is 'school_staff'}School staff"
            + "{#is 'agent'}A representative"
            + "{#is 'company'}A company or group"
            + "{#is 'provider'}A site or service provider"
            + "{#is 'public_agency'}Another public desk"
            + "{#is 'third_party'}A friend or a passer-by"
            + "{#is 'respondent'}Somebody who received a claim"
            + "{#else}{code}{/when}")
    String consulterType(String code);

    @Override
    @Message("{#when code}"
            + "{#is '0-12'}up to 12"
            + "{#is '13-15'}13 to 15"
            + "{#is '16-17'}16 to 17"
            + "{#is '18-19'}18 to 19"
            + "{#is '20-29'}20s"
            + "{#is '30-39'}30s"
            + "{#is '40-49'}40s"
            + "{#is '50-59'}50s"
            + "{#is '60-69'}60s"
            + "{#is '70+'}70 or over"
            + "{#is 'unknown'}not known, or prefer not to say"
            + "{#is 'n/a'}not a person"
            + "{#else}{code}{/when}")
    String ageBand(String code);

    @Override
    @Message("{#when code}"
            + "{#is 'defamation'}Defamation"
            + "{#is 'insult'}Insult"
            + "{#is 'privacy'}Privacy"
            + "{#is 'doxxing'}Address or phone published"
            + "{#is 'portrait'}Photo or video of me"
            + "{#is 'impersonation'}Impersonation"
            + "{#is 'bullying'}Bullying"
            + "{#is 'ncii'}Sexual images without consent"
            + "{#is 'csam'}Sexual images of a child"
            + "{#is 'sextortion'}Sexual extortion"
            + "{#is 'obscenity'}Obscenity"
            + "{#is 'threat'}Threat"
            + "{#is 'stalking'}Stalking"
            + "{#is 'suicide_risk'}Risk of suicide"
            + "{#is 'suicide_inducement'}Inducement to suicide"
            + "{#is 'hate_speech'}Hate speech"
            + "{#is 'copyright'}Copyright"
            + "{#is 'trademark'}Trademark"
            + "{#is 'fraud'}Fraud"
            + "{#is 'phishing'}Phishing"
            + "{#is 'unauthorized_access'}Unauthorised access"
            + "{#is 'illegal_drugs'}Illegal drugs"
            + "{#is 'yami_baito'}Recruiting for crime"
            + "{#is 'account_trade'}Trade in accounts"
            + "{#is 'weapons'}Weapons"
            + "{#is 'illegal_gambling'}Illegal gambling"
            + "{#is 'loan_shark'}Loan sharks"
            + "{#is 'data_leak'}Data leak by a business"
            + "{#is 'business_review'}Business reviews"
            + "{#is 'disclosure_notice_received'}Received a disclosure notice"
            + "{#is 'election'}Election"
            + "{#is 'other'}Other"
            + "{#is 'out_of_scope'}Out of scope"
            + "{#else}{code}{/when}")
    String category(String code);

    @Override
    @Message("{#when code}"
            + "{#is 'yes'}Yes"
            + "{#is 'no'}No"
            + "{#is 'unknown'}I do not know"
            + "{#else}{code}{/when}")
    String danger(String code);

    @Override
    @Message("{#when code}"
            + "{#is 'emergency'}Emergency"
            + "{#is 'high'}High"
            + "{#is 'normal'}Normal"
            + "{#is 'low'}Low"
            + "{#else}{code}{/when}")
    String urgency(String code);

    @Override
    @Message("{#when code}"
            + "{#is 'danger-now'}says there is danger now"
            + "{#is 'asks-for-safety'}asks for safety"
            + "{#is 'life-at-risk'}life at risk"
            + "{#is 'sextortion'}sexual extortion"
            + "{#is 'words-of-danger'}words of danger in the text"
            + "{#is 'sexual-image'}sexual image"
            + "{#is 'threatened'}threat or stalking"
            + "{#is 'money-moving'}money is moving"
            + "{#is 'election-campaign'}election campaign (two days)"
            + "{#is 'child-alone'}a child asks alone"
            + "{#is 'about-somebody-else'}about somebody else"
            + "{#else}{code}{/when}")
    String why(String code);

    @Override
    @Message("{#when code}"
            + "{#is 'received'}Received"
            + "{#is 'in-progress'}In progress"
            + "{#is 'advised'}Answered"
            + "{#is 'referred'}Referred"
            + "{#is 'returned'}Came back"
            + "{#is 'closed'}Closed"
            + "{#else}{code}{/when}")
    String status(String code);

    @Override
    @Message("{#when code}"
            + "{#is 'received'}We have received it"
            + "{#is 'in-progress'}A counsellor is working on it"
            + "{#is 'advised'}There is an answer"
            + "{#is 'referred'}We are talking with another desk"
            + "{#is 'returned'}A counsellor is looking for the next way"
            + "{#is 'closed'}Closed; you can consult again"
            + "{#else}{code}{/when}")
    String plainStatus(String code);

    @Override
    @Message("{#when code}"
            + "{#is 'take'}took the case"
            + "{#is 'answer'}answered"
            + "{#is 'hand-over'}handed over"
            + "{#is 'come-back'}came back from the desk"
            + "{#is 'conclude'}the desk has finished"
            + "{#is 'reply'}the consulter wrote"
            + "{#is 'close'}closed"
            + "{#else}{code}{/when}")
    String action(String code);

    @Override
    @Message("{#when code}"
            + "{#is 'sending'}Being sent"
            + "{#is 'not-delivered'}Not delivered"
            + "{#is 'draft'}Draft"
            + "{#is 'requested'}Sent"
            + "{#is 'received'}Received"
            + "{#is 'accepted'}Accepted"
            + "{#is 'in-progress'}In progress"
            + "{#is 'on-hold'}On hold"
            + "{#is 'completed'}Completed"
            + "{#is 'rejected'}Rejected"
            + "{#is 'cancelled'}Cancelled"
            + "{#is 'failed'}Failed"
            + "{#is 'entered-in-error'}Entered in error"
            + "{#else}{code}{/when}")
    String referralStatus(String code);

    @Override
    @Message("{#when code}"
            + "{#is 'sending'}We are sending it"
            + "{#is 'not-delivered'}It could not be delivered; a counsellor is looking for the next way"
            + "{#is 'draft'}Being prepared"
            + "{#is 'requested'}Sent"
            + "{#is 'received'}It reached the desk"
            + "{#is 'accepted'}The desk has accepted it"
            + "{#is 'in-progress'}The desk is working on it"
            + "{#is 'on-hold'}The desk is waiting for something"
            + "{#is 'completed'}The desk has finished"
            + "{#is 'rejected'}This desk could not take it; a counsellor is looking for the next way"
            + "{#is 'cancelled'}Withdrawn"
            + "{#is 'failed'}The desk could not help; a counsellor is looking for the next way"
            + "{#is 'entered-in-error'}Removed as a mistake"
            + "{#else}{code}{/when}")
    String plainReferral(String code);

    @Override
    @Message("{#when code}"
            + "{#is 'not-in-remit'}Not in its remit"
            + "{#is 'out-of-area'}Out of its area"
            + "{#is 'at-capacity'}At capacity"
            + "{#is 'insufficient-information'}Not enough information"
            + "{#is 'duplicate'}Duplicate"
            + "{#is 'consent-missing'}No consent"
            + "{#is 'basis-insufficient'}Basis insufficient"
            + "{#is 'label-not-acceptable'}Label not acceptable"
            + "{#is 'already-handled'}Already handled"
            + "{#is 'emergency-diverted-110'}Diverted to 110"
            + "{#is 'content-already-removed'}Already removed"
            + "{#is 'desk-not-accepting'}Not accepting"
            + "{#is 'subject-unreachable'}Person unreachable"
            + "{#is 'provider-unreachable'}Provider unreachable"
            + "{#is 'legally-impossible'}Legally impossible"
            + "{#is 'evidence-lost'}Evidence lost"
            + "{#is 'rejected'}Rejected"
            + "{#is 'not-delivered'}Not delivered"
            + "{#is 'failed'}Failed"
            + "{#is 'cancelled'}Cancelled"
            + "{#is 'other'}Other"
            + "{#else}{code}{/when}")
    String reason(String code);

    @Override
    @Message("{#when code}"
            + "{#is 'advised'}Advice was given"
            + "{#is 'deletion-requested-by-agency'}The desk asked the site to remove it"
            + "{#is 'content-removed'}The post was removed"
            + "{#is 'investigated-no-action'}Looked into, no action"
            + "{#is 'case-opened'}An investigation was opened"
            + "{#is 'legal-aid-granted'}Legal aid was granted"
            + "{#is 'guidance-to-operator'}The business was given guidance"
            + "{#is 'mediation-done'}Mediation was done"
            + "{#is 'passed-on'}Passed on"
            + "{#is 'subject-disengaged'}Contact was lost"
            + "{#is 'other'}Other"
            + "{#else}{code}{/when}")
    String outcome(String code);

    @Override
    @Message("{#when code}"
            + "{#is 'narrative'}What happened (your text)"
            + "{#is 'urls'}URLs of the posts"
            + "{#is 'callName'}What to call you"
            + "{#is 'contact'}Contact"
            + "{#else}{code}{/when}")
    String part(String code);

    @Override
    @Message("{#when code}"
            + "{#is 'asked'}Asked"
            + "{#is 'given'}Given"
            + "{#is 'refused'}Refused"
            + "{#is 'withdrawn'}Withdrawn"
            + "{#else}{code}{/when}")
    String decision(String code);
}
