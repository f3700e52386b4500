package jp.tsunagi.referral;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.Message;

/** {@link CodeWords} in English. */
@Localized("en")
public interface EnglishCodeWords extends CodeWords {

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
            + "{#is 'emergency'}Emergency"
            + "{#is 'high'}High"
            + "{#is 'normal'}Normal"
            + "{#is 'low'}Low"
            + "{#else}{code}{/when}")
    String urgency(String code);

    @Override
    @Message("{#when code}"
            + "{#is 'draft'}Draft"
            + "{#is 'requested'}Sent"
            + "{#is 'received'}Received"
            + "{#is 'accepted'}Accepted"
            + "{#is 'in-progress'}In progress"
            + "{#is 'on-hold'}On hold"
            + "{#is 'completed'}Completed"
            + "{#is 'rejected'}Not accepted"
            + "{#is 'cancelled'}Withdrawn"
            + "{#is 'failed'}Failed"
            + "{#is 'entered-in-error'}Entered in error"
            + "{#else}{code}{/when}")
    String status(String code);

    @Override
    @Message("{#when code}"
            + "{#is 'recalled'}Recalled"
            + "{#is 'cancellation-requested'}Cancellation requested"
            + "{#is 'return-offered'}Return offered"
            + "{#is 'awaiting-information'}Question asked"
            + "{#is 'overdue'}Overdue"
            + "{#is 'declined-late'}Declined late"
            + "{#is 'forwarded'}Passed on"
            + "{#is 'event-scheduled'}Scheduled"
            + "{#is 'event-completed'}Carried out"
            + "{#else}{code}{/when}")
    String business(String code);

    @Override
    @Message("{#when code}"
            + "{#is 'not-in-remit'}Not our remit"
            + "{#is 'out-of-area'}Out of our area"
            + "{#is 'at-capacity'}No capacity"
            + "{#is 'insufficient-information'}Not enough information"
            + "{#is 'duplicate'}Duplicate"
            + "{#is 'consent-missing'}No consent"
            + "{#is 'basis-insufficient'}Ground not sufficient"
            + "{#is 'label-not-acceptable'}Label not acceptable"
            + "{#is 'already-handled'}Already handled"
            + "{#is 'emergency-diverted-110'}Emergency: diverted to 110"
            + "{#is 'content-already-removed'}Content already removed"
            + "{#is 'subject-declined'}The person declined"
            + "{#is 'subject-withdrew-consent'}Consent withdrawn"
            + "{#is 'content-removed'}Content removed"
            + "{#is 'needs-met-elsewhere'}Solved elsewhere"
            + "{#is 'sent-in-error'}Sent in error"
            + "{#is 'wrong-recipient'}Wrong recipient"
            + "{#is 'no-response'}No response"
            + "{#is 'subject-unreachable'}The person cannot be reached"
            + "{#is 'provider-unreachable'}The provider cannot be reached"
            + "{#is 'legally-impossible'}Legally impossible"
            + "{#is 'evidence-lost'}Evidence lost"
            + "{#is 'awaiting-information'}Waiting for information"
            + "{#is 'awaiting-subject'}Waiting for the person"
            + "{#is 'awaiting-third-party'}Waiting for a third party"
            + "{#is 'awaiting-court'}Waiting for a court"
            + "{#is 'capacity'}Capacity"
            + "{#is 'other'}Other"
            + "{#else}{code}{/when}")
    String reason(String code);

    @Override
    @Message("{#when code}"
            + "{#is 'advised'}Advised"
            + "{#is 'deletion-requested-by-agency'}Removal requested by the agency"
            + "{#is 'content-removed'}Content removed"
            + "{#is 'investigated-no-action'}Investigated, no action"
            + "{#is 'case-opened'}Case opened (police)"
            + "{#is 'legal-aid-granted'}Legal aid granted"
            + "{#is 'guidance-to-operator'}Guidance to the operator"
            + "{#is 'mediation-done'}Mediation done"
            + "{#is 'passed-on'}Passed on"
            + "{#is 'subject-disengaged'}The person disengaged"
            + "{#is 'other'}Other"
            + "{#else}{code}{/when}")
    String outcome(String code);

    @Override
    @Message("{#when code}"
            + "{#is 'create'}Create"
            + "{#is 'send'}Send"
            + "{#is 'discard'}Discard the draft"
            + "{#is 'acknowledge'}Acknowledge"
            + "{#is 'accept'}Accept"
            + "{#is 'reject'}Cannot accept"
            + "{#is 'withdraw'}Withdraw"
            + "{#is 'ask-information'}Ask for more"
            + "{#is 'supply-information'}Answer the question"
            + "{#is 'start'}Start work"
            + "{#is 'hold'}Put on hold"
            + "{#is 'resume'}Resume"
            + "{#is 'report-progress'}Report progress"
            + "{#is 'complete'}Complete"
            + "{#is 'fail'}Could not be done"
            + "{#is 'decline-after-accept'}Decline after all"
            + "{#is 'offer-return'}Offer it back"
            + "{#is 'accept-return'}Take it back"
            + "{#is 'request-cancel'}Ask to cancel"
            + "{#is 'confirm-cancel'}Confirm the cancellation"
            + "{#is 'refuse-cancel'}Refuse the cancellation"
            + "{#is 'escalate'}Escalate"
            + "{#is 'expire'}Expire"
            + "{#is 'recall'}Recall"
            + "{#is 'mark-in-error'}Mark as a mistake"
            + "{#is 're-open'}Open again"
            + "{#is 'forward'}Pass on"
            + "{#else}{code}{/when}")
    String command(String code);

    @Override
    @Message("{#when code}"
            + "{#is 'referral'}Referral (owner unchanged)"
            + "{#is 'transfer'}Transfer (owner moves)"
            + "{#else}{code}{/when}")
    String kind(String code);

    @Override
    @Message("{#when code}"
            + "{#is 'narrative'}Narrative"
            + "{#is 'urls'}URLs"
            + "{#is 'callName'}Name"
            + "{#is 'contact'}Contact"
            + "{#else}{code}{/when}")
    String field(String code);

    @Override
    @Message("{#when code}"
            + "{#is 'in-platform'}This platform"
            + "{#is 'print'}Print"
            + "{#is 'phone'}Telephone"
            + "{#is 'citizen-carries'}The person contacts it"
            + "{#is 'url-only'}URL only"
            + "{#else}{code}{/when}")
    String mode(String code);

    @Override
    @Message("{#when code}"
            + "{#is 'delivered'}Delivered"
            + "{#is 'to-carry'}Waits to be carried by the sender"
            + "{#else}{code}{/when}")
    String delivery(String code);

    @Override
    @Message("{#when code}"
            + "{#is 'agency'}The sending agency"
            + "{#is 'consulter'}The person may be told"
            + "{#is 'internal'}Our agency only"
            + "{#else}{code}{/when}")
    String audience(String code);
}
