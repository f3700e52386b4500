package jp.tsunagi.platform.draft;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import jp.tsunagi.platform.code.Json;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.page.Draft;
import jp.tsunagi.platform.page.Form;
import jp.tsunagi.platform.problem.PlatformProblem;
import jp.tsunagi.platform.problem.Refusal;
import jp.tsunagi.platform.sealing.FieldEncryption;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/**
 * What people have typed into forms of staff and not sent: sealed, for the account alone, for seven days. A draft is
 * called by the address of the page that shows its form, so the answer that keeps one also leads back to it.
 */
@ApplicationScoped
public class Drafts {

    public static final Duration KEPT = Duration.ofDays(7);

    /** Of one client; the oldest go. Nobody writes at so many forms in a week. */
    static final int MOST = 100;

    /** A page, and the form on it when it has several. Nothing that leads elsewhere fits. */
    private static final Pattern NAME = Pattern.compile("/[A-Za-z0-9_/-]{1,150}(?:#[a-z0-9-]{1,50})?");

    private static final int LONGEST = 100_000;
    private static final Set<String> NOT_KEPT = Set.of(Form.KEY, Form.CHOICE, Form.DRAFT);

    /** A map of lists, for the reader of JSON. */
    record Fields(Map<String, List<String>> fields) {}

    private final DraftRows rows;
    private final FieldEncryption encryption;
    private final Json json;
    private final Clock clock;

    Drafts(DraftRows rows, FieldEncryption encryption, Json json, Clock clock) {
        this.rows = rows;
        this.encryption = encryption;
        this.json = json;
        this.clock = clock;
    }

    /** The form of this name as the person left it: with its draft when there is one. */
    @Transactional(TxType.MANDATORY)
    public Form continued(Form form, String name, Actor by) {
        Form named = form.with(Map.of(Form.DRAFT, name));
        return find(by, name).map(named::continued).orElse(named);
    }

    /**
     * Keeps what was typed, or throws the draft away, and leads back to the page of the form.
     *
     * @param area how the addresses of the caller's pages begin, with a slash at its end
     */
    @Transactional(TxType.MANDATORY)
    public RestResponse<Void> answer(String area, MultivaluedMap<String, String> sent, Actor by) {
        String name = named(sent.getFirst(Form.DRAFT));
        if (!name.startsWith(area)) {
            throw new Refusal(PlatformProblem.REQUEST_MALFORMED);
        }
        if (sent.containsKey("discard")) {
            forget(by, name, "");
        } else {
            keep(by, name, sent);
        }
        // Not seeOther(), which would make it an address of this service behind the gateway.
        return ResponseBuilder.<Void>create(RestResponse.Status.SEE_OTHER)
                .header("Location", name)
                .build();
    }

    /** Keeps a form that leads on to another page before it is sent, when it says that it has a draft. */
    @Transactional(TxType.MANDATORY)
    public void keep(String area, MultivaluedMap<String, String> sent, Actor by) {
        if (sent.containsKey(Form.DRAFT)) {
            answer(area, sent, by);
        }
    }

    /** Forgets the draft that a form says it has, because the form was sent. */
    @Transactional(TxType.MANDATORY)
    public void forget(Form sent, Actor by) {
        forget(by, named(sent.value(Form.DRAFT)), sent.key());
    }

    private Optional<Draft> find(Actor by, String name) {
        return rows.findKept(by.client(), name, clock.instant().minus(KEPT))
                .map(row -> new Draft(
                        json.read(encryption.open(row.sealed, context(by, name)), Fields.class)
                                .fields(),
                        row.keptAt));
    }

    private void keep(Actor by, String name, MultivaluedMap<String, String> sent) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        sent.forEach((field, values) -> {
            if (!NOT_KEPT.contains(field)) {
                fields.put(field, new ArrayList<>(values));
            }
        });
        String text = json.write(new Fields(fields));
        if (text.length() > LONGEST) {
            throw new Refusal(PlatformProblem.BODY_TOO_LARGE);
        }
        Instant now = clock.instant();
        rows.keep(by.client(), name, key(sent.getFirst(Form.KEY)), encryption.seal(text, context(by, name)), now);
        rows.deleteBeyond(by.client(), MOST);
    }

    private void forget(Actor by, String name, String formKey) {
        rows.forget(by.client(), name, key(formKey), clock.instant());
    }

    private static String named(@Nullable String name) {
        if (name == null || !NAME.matcher(name).matches()) {
            throw new Refusal(PlatformProblem.REQUEST_MALFORMED);
        }
        return name;
    }

    private static String key(@Nullable String formKey) {
        return formKey == null || formKey.length() > 128 ? "" : formKey;
    }

    private static String context(Actor by, String name) {
        return "draft " + by.client() + " " + name;
    }
}
