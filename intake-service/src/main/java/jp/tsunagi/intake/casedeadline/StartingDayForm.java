package jp.tsunagi.intake.casedeadline;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import jp.tsunagi.intake.deadline.StartingDays;
import jp.tsunagi.platform.http.JsonBody;
import jp.tsunagi.platform.page.Form;

/** The form by which a person notes a day; read as the same in JSON would be. */
@ApplicationScoped
public class StartingDayForm {

    private final JsonBody bodies;

    StartingDayForm(JsonBody bodies) {
        this.bodies = bodies;
    }

    public StartingDays.Noted noted(Form form) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        for (String field : List.of("event", "targetId", "day")) {
            String value = form.text(field).strip();
            body.put(field, value.isEmpty() ? null : value);
        }
        body.put("enteredInError", form.chosen("enteredInError", "true"));
        return bodies.read(body, StartingDays.Noted.class);
    }
}
