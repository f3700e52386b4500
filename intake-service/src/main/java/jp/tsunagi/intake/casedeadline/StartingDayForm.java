package jp.tsunagi.intake.casedeadline;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
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
        ObjectNode body = form.json("event", "targetId", "day");
        body.put("enteredInError", form.chosen("enteredInError", "true"));
        return bodies.read(body, StartingDays.Noted.class);
    }
}
