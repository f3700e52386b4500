package jp.tsunagi.council.topic;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The name of a topic's state: for the table, the API and the badge on a page. */
enum TopicStatus {
    @JsonProperty("proposed")
    PROPOSED("proposed", "提案", "Proposed"),
    @JsonProperty("adopted")
    ADOPTED("adopted", "採択", "Adopted"),
    @JsonProperty("scheduled")
    SCHEDULED("scheduled", "会合予定", "Scheduled"),
    @JsonProperty("discussed")
    DISCUSSED("discussed", "協議済", "Discussed"),
    @JsonProperty("decided")
    DECIDED("decided", "決定", "Decided"),
    @JsonProperty("carried-over")
    CARRIED_OVER("carried-over", "継続協議", "Carried over"),
    @JsonProperty("closed")
    CLOSED("closed", "終了", "Closed"),
    @JsonProperty("declined")
    DECLINED("declined", "不採択", "Declined"),
    @JsonProperty("withdrawn")
    WITHDRAWN("withdrawn", "取下げ", "Withdrawn");

    private final String wire;
    private final String ja;
    private final String en;

    TopicStatus(String wire, String ja, String en) {
        this.wire = wire;
        this.ja = ja;
        this.en = en;
    }

    static TopicStatus of(Topic topic) {
        return switch (topic) {
            case Topic.Proposed _ -> PROPOSED;
            case Topic.Adopted _ -> ADOPTED;
            case Topic.Scheduled _ -> SCHEDULED;
            case Topic.Discussed _ -> DISCUSSED;
            case Topic.Decided _ -> DECIDED;
            case Topic.CarriedOver _ -> CARRIED_OVER;
            case Topic.Closed _ -> CLOSED;
            case Topic.Declined _ -> DECLINED;
            case Topic.Withdrawn _ -> WITHDRAWN;
        };
    }

    String wire() {
        return wire;
    }

    String ja() {
        return ja;
    }

    String label(String lang) {
        return "en".equals(lang) ? en : ja;
    }
}
