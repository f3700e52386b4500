package jp.tsunagi.council.membership;

/** What somebody is to the council today; each role may read what those before it read. */
public enum CouncilRole {
    NONE,
    OBSERVER,
    MEMBER,
    SECRETARIAT
}
