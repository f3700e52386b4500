package jp.tsunagi.referral.partner;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import jp.tsunagi.platform.audit.Audit;
import jp.tsunagi.platform.http.Version;
import jp.tsunagi.platform.idempotency.Idempotency;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.page.Form;
import jp.tsunagi.platform.page.JapanTime;
import jp.tsunagi.platform.problem.Refusal;
import jp.tsunagi.referral.delivery.Deliveries;
import jp.tsunagi.referral.desk.Desks;
import jp.tsunagi.referral.handover.Verb;

/** What the portal shows of one referral and does to it: the same reading and deciding as the API's. */
@ApplicationScoped
class PartnerDesk {

    /**
     * A referral as the page shows it.
     *
     * @param incoming whether the reader's agency is the one that received it
     * @param buttons what may be decided now
     */
    record Opened(
            ReferralView view,
            boolean incoming,
            List<Button> buttons,
            List<Deliveries.Delivery> deliveries,
            String groundText) {}

    /** @param onePress no further question is asked */
    record Button(String command, boolean onePress, String look) {}

    private record Pressed(UUID id, String command, long version, CommandRequest said) {}

    private final Reading reading;
    private final Deciding deciding;
    private final Deliveries deliveries;
    private final Desks desks;
    private final Idempotency idempotency;
    private final Audit audit;

    PartnerDesk(
            Reading reading,
            Deciding deciding,
            Deliveries deliveries,
            Desks desks,
            Idempotency idempotency,
            Audit audit) {
        this.reading = reading;
        this.deciding = deciding;
        this.deliveries = deliveries;
        this.desks = desks;
        this.idempotency = idempotency;
        this.audit = audit;
    }

    Opened open(UUID id, Actor reader) {
        ReferralView view = reading.view(id, reader);
        List<Button> buttons = deciding.choices(id, reader).stream()
                .flatMap(command -> Verb.of(command).stream())
                .filter(DecisionForm::isOnPages)
                .map(PartnerDesk::button)
                .toList();
        String ground = view.basis() == null ? null : view.basis().ground().citation("ja");
        return new Opened(view, reader.belongsTo(view.targetAgency()), buttons, deliveries.of(id), ground);
    }

    private static Button button(Verb verb) {
        boolean main = Stream.of(Verb.ACCEPT, Verb.COMPLETE, Verb.SUPPLY_INFORMATION, Verb.SEND)
                .anyMatch(verb::equals);
        return new Button(verb.wire(), DecisionForm.asks(verb).isEmpty(), main ? "" : "secondary");
    }

    DecisionForm asked(Verb verb, String lang) {
        return DecisionForm.of(verb, desks.all(null), lang);
    }

    Response decide(UUID id, Verb verb, Form form, Actor by, Function<UUID, Response> to) {
        long version = Version.required(form.value("version"));
        CommandRequest said = DecisionForm.read(form);
        return idempotency.once(
                by.agency() + "/" + by.id(), form.key(), new Pressed(id, verb.wire(), version, said), () -> {
                    Optional<Deciding.Decided> decided = deciding.decide(id, verb, version, said, by);
                    return to.apply(decided.map(d -> d.newReferral() == null ? d.id() : d.newReferral())
                            .orElse(null));
                });
    }

    /** A refusal shown on a page is not seen by the platform's filter, so it is written here. */
    void noteRefusal(UUID id, Verb verb, Refusal refused, Actor by) {
        audit.record(by, "referral." + verb.wire() + ".refused", "referral/" + id, refused.code());
    }

    /** 「田中が10:02に受理しました」 for whoever came too late. */
    Optional<String> wonBy(Refusal refused, String lang) {
        if (!(refused.members().get("decidedAt") instanceof Instant at)) {
            return Optional.empty();
        }
        Object who = refused.members().get("decidedBy");
        String what = DecisionForm.words(lang)
                .command(String.valueOf(refused.members().get("decision")));
        String when = JapanTime.jst(at, lang);
        return Optional.of(
                "en".equals(lang)
                        ? refused.sentence(lang) + " " + who + ": " + what + ", " + when
                        : refused.sentence(lang) + who + "が" + when + "に「" + what + "」を行いました。");
    }
}
