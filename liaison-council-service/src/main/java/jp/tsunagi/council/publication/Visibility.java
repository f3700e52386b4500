package jp.tsunagi.council.topic;

import com.fasterxml.jackson.annotation.JsonProperty;
import jp.tsunagi.council.membership.Standing;

/** The circle that may read a topic; each circle contains those before it. */
enum Visibility {
    @JsonProperty("internal")
    INTERNAL(Standing.SECRETARIAT, "事務局だけ", "Secretariat only"),
    @JsonProperty("members")
    MEMBERS(Standing.MEMBER, "構成員まで", "Members"),
    @JsonProperty("observers")
    OBSERVERS(Standing.OBSERVER, "オブザーバまで", "Members and observers"),
    @JsonProperty("public")
    PUBLIC(Standing.NONE, "だれでも", "Everybody");

    private final Standing lowest;
    private final String ja;
    private final String en;

    Visibility(Standing lowest, String ja, String en) {
        this.lowest = lowest;
        this.ja = ja;
        this.en = en;
    }

    boolean includes(Standing reader) {
        return reader.compareTo(lowest) >= 0;
    }

    boolean isWiderThan(Visibility other) {
        return compareTo(other) > 0;
    }

    String wire() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    String label(String lang) {
        return "en".equals(lang) ? en : ja;
    }
}
