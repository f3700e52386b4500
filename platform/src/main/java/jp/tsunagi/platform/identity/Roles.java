package jp.tsunagi.platform.identity;

import java.util.Set;

/** Roles of people and scopes of machines, as Keycloak's realm names them; both stand in {@link Actor#roles}. */
public final class Roles {

    // People of the consultation centre.
    public static final String COUNSELLOR = "counsellor";
    public static final String SUPERVISOR = "supervisor";
    public static final String LEGAL_ADVISER = "legal-adviser";
    public static final String PRIVACY_OFFICER = "privacy-officer";

    // People of any agency.
    public static final String AGENCY_STAFF = "agency-staff";
    public static final String AGENCY_ADMIN = "agency-admin";

    // People of the council.
    public static final String SECRETARIAT = "secretariat";
    public static final String COUNCIL_MEMBER = "council-member";
    public static final String OBSERVER = "observer";

    // People who run the platform.
    public static final String PLATFORM_ADMIN = "platform-admin";
    public static final String AUDITOR = "auditor";

    /** One of our own services at work. */
    public static final String SYSTEM = "system";

    /** An agency's system and not a person: no role of the realm, {@link Identity} reads it from the token. */
    public static final String MACHINE = "machine";

    // Scopes of an agency's machine.
    public static final String REFERRAL_READ = "referral:read";
    public static final String REFERRAL_CREATE = "referral:create";
    public static final String REFERRAL_DECIDE = "referral:decide";
    public static final String DIRECTORY_WRITE = "directory:write";

    /** Every role that a rule of ours asks for, and nothing else that a token may carry. */
    public static final Set<String> ALL = Set.of(
            COUNSELLOR,
            SUPERVISOR,
            LEGAL_ADVISER,
            PRIVACY_OFFICER,
            AGENCY_STAFF,
            AGENCY_ADMIN,
            SECRETARIAT,
            COUNCIL_MEMBER,
            OBSERVER,
            PLATFORM_ADMIN,
            AUDITOR,
            SYSTEM,
            MACHINE,
            REFERRAL_READ,
            REFERRAL_CREATE,
            REFERRAL_DECIDE,
            DIRECTORY_WRITE);

    private Roles() {}
}
