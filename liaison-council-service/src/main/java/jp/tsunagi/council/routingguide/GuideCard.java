package jp.tsunagi.council.routingguide;

import io.quarkus.qute.TemplateData;
import java.util.Map;
import java.util.UUID;

/** A version of the routing guide as the pages show it, with the name of the topic whose decision it carries out. */
@TemplateData
record GuideCard(GuideLine line, String topicTitle) {

    static GuideCard of(GuideLine line, Map<UUID, String> titles) {
        return new GuideCard(line, titles.getOrDefault(line.topicId(), ""));
    }

    public boolean proposed() {
        return line.status() == GuideStatus.PROPOSED;
    }

    public boolean adopted() {
        return line.status() == GuideStatus.ADOPTED;
    }
}
