package jp.tsunagi.council.membership;

/** How near somebody stands to the council today, from outsider to secretariat. */
public enum Standing {
    NONE,
    OBSERVER,
    MEMBER,
    SECRETARIAT
}
