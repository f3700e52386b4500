package jp.tsunagi.intake.removal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import jp.tsunagi.intake.IntakeProblem;
import jp.tsunagi.platform.http.JsonBody;
import jp.tsunagi.platform.page.Form;
import jp.tsunagi.platform.problem.Refusal;

/** The forms by which a person notes what was asked and answered; read as the same in JSON would be. */
@ApplicationScoped
public class ProviderRequestForm {

    private final JsonBody bodies;

    ProviderRequestForm(JsonBody bodies) {
        this.bodies = bodies;
    }

    public ProviderRequests.Asked asked(Form form) {
        return bodies.read(form.json("form", "askedOn"), ProviderRequests.Asked.class);
    }

    public ProviderRequests.Came came(Form form) {
        return bodies.read(form.json("result", "answeredOn", "reason"), ProviderRequests.Came.class);
    }

    /** Which request of the place is meant; a form of a place with one request names it itself. */
    public ProviderRequests.Key key(UUID target, Form form) {
        try {
            return new ProviderRequests.Key(target, UUID.fromString(form.value("request")));
        } catch (IllegalArgumentException notChosen) {
            throw new Refusal(IntakeProblem.REQUEST_TO_PROVIDER_NOT_CHOSEN).at("/request");
        }
    }
}
