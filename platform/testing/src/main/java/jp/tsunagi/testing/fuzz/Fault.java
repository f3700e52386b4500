package jp.tsunagi.testing.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import jp.tsunagi.testing.fuzz.Hostile.Kind;
import jp.tsunagi.testing.fuzz.Hostile.Literal;
import jp.tsunagi.testing.fuzz.Hostile.Text;

/**
 * One thing that is wrong with a request.
 *
 * @param place where, for example {@code query limit} or {@code member /text}
 * @param value what is there
 * @param expected what must come of it
 * @param apply does it to a draft, with the canary of the request
 */
record Fault(String place, String value, Expected expected, BiConsumer<Draft, String> apply) {

    enum Expected {
        /** Any answer but one of 5xx. */
        ANY,
        /** No 2xx: whoever sends this has made a mistake and must hear of it. */
        REFUSED,
        /** HTTP itself is broken: the server cannot know where the next request begins, so it must close. */
        CLOSED
    }

    private static final List<String> METHODS = List.of(
            "GET",
            "HEAD",
            "POST",
            "PUT",
            "PATCH",
            "DELETE",
            "OPTIONS",
            "TRACE",
            "PROPFIND",
            "get",
            "M-SEARCH",
            "QUERY");

    /** A caller's request id is meant to be logged when it looks like one, so it is no canary. */
    private static final String GIVEN_ID = "a-given-id";

    /** Headers that HTTP or the platform reads at any operation. */
    private static final List<String> HEADERS = List.of(
            "Accept",
            "Accept-Language",
            "Accept-Encoding",
            "Acting-Agency",
            "Authorization",
            "Cookie",
            "Content-Encoding",
            "Expect",
            "Forwarded",
            "Host",
            "Idempotency-Key",
            "If-Match",
            "If-None-Match",
            "Origin",
            "Range",
            "Upgrade",
            "X-Forwarded-For",
            "X-Forwarded-Host",
            "X-Forwarded-Proto",
            "X-HTTP-Method-Override",
            "X-Request-Id");

    /** Every single fault of an operation. */
    static List<Fault> of(Operation operation) {
        List<Fault> faults = new ArrayList<>();
        for (Operation.Parameter parameter : operation.parameters()) {
            ofParameter(parameter, faults);
        }
        for (String header : HEADERS) {
            for (Text text : Hostile.TEXTS) {
                if (!text.isEncoded()) {
                    faults.add(new Fault(
                            "header " + header,
                            text.name(),
                            Expected.ANY,
                            (draft, canary) -> draft.header(
                                    header, text.header(header.equals("X-Request-Id") ? GIVEN_ID : canary))));
                }
            }
            faults.add(new Fault("header " + header, "twice", Expected.ANY, (draft, canary) -> {
                draft.secondHeader(header, GIVEN_ID);
                draft.secondHeader(header, GIVEN_ID);
            }));
        }
        faults.addAll(List.of(
                header("Accept", "image/png"),
                header("Accept", "text/html;q=9,*/*;q=x"),
                header("Accept-Language", "ja-x-" + "a-".repeat(900)),
                header("Accept-Language", "*;q=0,en;q=-1,,;"),
                header("Authorization", "Bearer"),
                header("Authorization", "Bearer a.b.c"),
                header("Authorization", "Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0."),
                header("Authorization", "Basic eDp5"),
                header("Content-Encoding", "gzip"),
                header("Expect", "100-continue"),
                header("Range", "bytes=0-0,5-,-1"),
                header("Upgrade", "websocket"),
                header("Upgrade", "h2c")));
        for (String method : METHODS) {
            faults.add(new Fault("method", method, Expected.ANY, (draft, _) -> draft.method = method));
        }
        if (operation.takesJson()) {
            ofBody(operation, faults);
        }
        for (String field : operation.fields()) {
            for (Text text : Hostile.TEXTS) {
                faults.add(new Fault(
                        "field " + field,
                        text.name(),
                        Expected.ANY,
                        (draft, canary) -> draft.field(field, text.encoded(canary))));
            }
            faults.add(new Fault("field " + field, "missing", Expected.ANY, (draft, _) -> draft.withoutField(field)));
            faults.add(new Fault(
                    "field " + field,
                    "many times",
                    Expected.ANY,
                    (draft, canary) -> draft.field(field, canary + ("&" + field + "=" + canary).repeat(50))));
        }
        if (!operation.fields().isEmpty()) {
            faults.add(new Fault(
                    "fields", "an unknown one", Expected.ANY, (draft, canary) -> draft.field(canary, canary)));
            faults.add(new Fault("fields", "2000 unknown ones", Expected.ANY, (draft, canary) -> {
                for (int i = 0; i < 2000; i++) {
                    draft.field(canary + i, canary);
                }
            }));
            for (Hostile.Media media : Hostile.MEDIA) {
                faults.add(
                        new Fault("content type", media.name(), Expected.ANY, (draft, _) -> type(draft, media.name())));
            }
        }
        Framing.faults(faults);
        return faults;
    }

    /** The same without a claim about its answer, for a request in which it did not find its place. */
    Fault anyhow() {
        return expected == Expected.REFUSED ? new Fault(place, value, Expected.ANY, apply) : this;
    }

    @Override
    public String toString() {
        return place + ": " + value;
    }

    private static void ofParameter(Operation.Parameter parameter, List<Fault> faults) {
        String place = parameter.in() + " " + parameter.name();
        for (Text text : Hostile.TEXTS) {
            BiConsumer<Draft, String> apply = switch (parameter.in()) {
                case "path" -> (draft, canary) -> draft.path(parameter.name(), text.encoded(canary));
                case "query" -> (draft, canary) -> draft.query(parameter.name(), text.encoded(canary));
                case "cookie" ->
                    (draft, canary) -> draft.header("Cookie", parameter.name() + "=" + text.header(canary));
                default -> (draft, canary) -> draft.header(parameter.name(), text.header(canary));
            };
            faults.add(new Fault(place, text.name(), Expected.ANY, apply));
        }
        if (parameter.in().equals("query")) {
            faults.add(new Fault(place, "twice", Expected.ANY, (draft, canary) -> {
                draft.query(parameter.name(), canary);
                draft.query(parameter.name(), "1");
            }));
        }
        if (parameter.in().equals("header")) {
            faults.add(new Fault(
                    place,
                    "missing",
                    parameter.isRequired() ? Expected.REFUSED : Expected.ANY,
                    (draft, _) -> draft.withoutHeader(parameter.name())));
        }
    }

    private static void ofBody(Operation operation, List<Fault> faults) {
        for (Operation.Member member : operation.members()) {
            String pointer = member.pointer();
            String place = "member " + pointer;
            for (Literal literal : Hostile.LITERALS) {
                faults.add(new Fault(
                        place,
                        literal.name(),
                        expected(member, literal),
                        (draft, canary) ->
                                draft.member(pointer, literal.around().apply(canary))));
            }
            for (Text text : Hostile.TEXTS) {
                if (!text.isEncoded()) {
                    Expected expected = takesText(member) ? Expected.ANY : Expected.REFUSED;
                    faults.add(new Fault(
                            place,
                            "text, " + text.name(),
                            expected,
                            (draft, canary) ->
                                    draft.member(pointer, quoted(text.around().apply(canary)))));
                }
            }
            faults.add(new Fault(place, "missing", Expected.ANY, (draft, _) -> draft.withoutMember(pointer)));
            faults.add(new Fault(place, "twice", Expected.ANY, (draft, _) -> draft.memberTwice(pointer)));
            if (member.types().contains("object")) {
                faults.add(new Fault(
                        place,
                        "an unknown member in it",
                        Expected.ANY,
                        (draft, canary) -> draft.member(pointer + "/" + canary, "\"" + canary + "\"")));
            }
        }
        for (Text name : Hostile.TEXTS) {
            if (!name.isEncoded()) {
                faults.add(new Fault(
                        "unknown member",
                        name.name(),
                        Expected.REFUSED,
                        (draft, canary) -> draft.body(good -> good.replaceFirst(
                                "^\\{",
                                java.util.regex.Matcher.quoteReplacement(
                                        "{" + quoted(canary + name.around().apply(canary)) + ":1"
                                                + (good.equals("{}") ? "" : ","))))));
            }
        }
        for (Hostile.Body body : Hostile.BODIES) {
            faults.add(new Fault(
                    "body",
                    body.name(),
                    body.mustRefuse() ? Expected.REFUSED : Expected.ANY,
                    (draft, _) -> draft.body(body.of())));
        }
        for (Hostile.Media media : Hostile.MEDIA) {
            faults.add(new Fault(
                    "content type",
                    media.name(),
                    media.mustRefuse() ? Expected.REFUSED : Expected.ANY,
                    (draft, _) -> type(draft, media.name())));
        }
    }

    private static Expected expected(Operation.Member member, Literal literal) {
        Set<String> types = member.types();
        boolean fits = switch (literal.kind()) {
            case NULL -> true;
            case STRING -> takesText(member);
            case BOOLEAN -> types.isEmpty() || types.contains("boolean");
            case NUMBER -> types.isEmpty() || types.contains("number") || types.contains("integer");
            case FRACTION -> types.isEmpty() || types.contains("number");
            case ARRAY -> types.isEmpty() || types.contains("array");
            case OBJECT -> types.isEmpty() || types.contains("object");
            case BROKEN -> false;
        };
        return fits || literal.kind() == Kind.NULL ? Expected.ANY : Expected.REFUSED;
    }

    private static boolean takesText(Operation.Member member) {
        return member.types().isEmpty() || member.types().contains("string");
    }

    /** As JSON text whose bytes above 127 stay as they are, valid or not. */
    private static String quoted(String octets) {
        StringBuilder text = new StringBuilder("\"");
        for (char octet : octets.toCharArray()) {
            text.append(
                    octet == '"' || octet == '\\'
                            ? "\\" + octet
                            : octet < 32 ? "\\u%04x".formatted((int) octet) : String.valueOf(octet));
        }
        return text.append('"').toString();
    }

    private static void type(Draft draft, String media) {
        draft.withoutHeader("Content-Type");
        if (!media.isEmpty()) {
            draft.header("Content-Type", media);
        }
    }

    private static Fault header(String name, String value) {
        return new Fault("header " + name, value, Expected.ANY, (draft, _) -> draft.header(name, value));
    }
}
