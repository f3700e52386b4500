package jp.tsunagi.platform.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import io.quarkus.oidc.OIDCException;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.StreamSupport;
import jp.tsunagi.platform.correlation.Correlation;
import jp.tsunagi.platform.problem.Refusal.Kind;

/**
 * The one place that writes an error of the API: RFC 9457 with {@code code}, {@code blame}, {@code retryable},
 * {@code requestId} and {@code errors[]} of JSON pointers. Nothing of a bug is shown but its request id: no class,
 * no SQL, nothing of what was sent.
 */
@ApplicationScoped
class Problems implements ProblemPostProcessor {

    private final RoutingContext request;

    Problems(RoutingContext request) {
        this.request = request;
    }

    /** After the extension's logger, so that a bug is logged with its stack before it is made anonymous. */
    @Override
    public int priority() {
        return 10;
    }

    @Override
    public HttpProblem apply(HttpProblem problem, ProblemContext context) {
        Refusal refusal = refusal(problem.getStatusCode(), context.cause);
        String lang = lang();
        HttpProblem.Builder builder = HttpProblem.builder()
                .withType(URI.create("urn:tsunagi:problem:" + refusal.code()))
                .withTitle(title(refusal.kind(), lang))
                .withStatus(status(refusal, problem))
                .withDetail(refusal.sentence(lang))
                .withInstance(URI.create("urn:tsunagi:request:" + Correlation.current()))
                .with("code", refusal.code())
                .with("blame", refusal.blame().name().toLowerCase(Locale.ROOT))
                .with("retryable", refusal.isRetryable())
                .with("requestId", Correlation.current())
                .with("errors", errors(refusal, lang));
        problem.getHeaders().forEach(builder::withHeader);
        refusal.members().forEach(builder::with);
        return builder.build();
    }

    private static List<Map<String, String>> errors(Refusal refusal, String lang) {
        return refusal.errors().stream()
                .map(e -> Map.of("pointer", e.pointer(), "code", e.code(), "detail", e.sentence(lang)))
                .toList();
    }

    private static int status(Refusal refusal, HttpProblem problem) {
        // 405, 406, 415 and the like have no kind of their own: they are about HTTP, not about our rules.
        return refusal.kind() == Kind.INVALID && problem.getStatusCode() > 400 && problem.getStatusCode() < 500
                ? problem.getStatusCode()
                : refusal instanceof Bug ? 500 : refusal.kind().status();
    }

    private static Refusal refusal(int status, Throwable cause) {
        if (Outage.isCauseOf(cause)) {
            return new Refusal(
                    Kind.BUSY,
                    "temporarily-unavailable",
                    "いま処理できません。送られた内容は保存されていません。少し待ってもう一度お試しください。",
                    "Not possible just now; nothing was saved. Try again in a little while with the same Idempotency-Key.");
        }
        for (Throwable t = cause; t != null; t = t.getCause()) {
            switch (t) {
                case Refusal refusal -> {
                    return refusal;
                }
                case OIDCException _ -> {
                    return signInAway();
                }
                case ConstraintViolationException invalid -> {
                    return invalid(invalid);
                }
                case JsonProcessingException unreadable
                when status < 500 -> {
                    return unreadable(unreadable);
                }
                default -> {}
            }
        }
        return switch (status) {
            case 400 ->
                new Refusal(Kind.INVALID, "request-malformed", "送られた内容を読めませんでした。", "The request could not be read.");
            case 401 ->
                new Refusal(
                        Kind.UNAUTHORIZED,
                        "token-invalid",
                        "サインインの期限が切れているか、無効です。もう一度サインインしてください。",
                        "The access token is missing, expired or not valid here.");
            case 403 ->
                new Refusal(
                        Kind.FORBIDDEN, "role-missing", "この操作をする権限がありません。", "Your roles or scopes do not allow this.");
            case 404 -> new Refusal(Kind.NOT_FOUND, "not-found", "見つかりませんでした。", "There is no such thing here.");
            case 405 ->
                new Refusal(Kind.INVALID, "method-not-allowed", "この操作はできません。", "This method is not offered here.");
            case 406 -> new Refusal(Kind.INVALID, "not-acceptable", "その形式では返せません。", "No answer in that format.");
            case 413 ->
                new Refusal(Kind.TOO_LARGE, "body-too-large", "送られた内容が大きすぎます。", "The body is larger than 256 KB.");
            case 415 ->
                new Refusal(
                        Kind.INVALID,
                        "media-type-unsupported",
                        "送られた形式には対応していません。",
                        "Send the content type that the API describes.");
            default ->
                status < 500
                        ? new Refusal(Kind.INVALID, "request-refused", "受け付けられませんでした。", "The request was refused.")
                        : new Bug();
        };
    }

    /** Keycloak cannot be asked for its keys: no token can be verified, so none is believed (security.md P14). */
    private static Refusal signInAway() {
        return new Refusal(
                Kind.BUSY,
                "sign-in-unavailable",
                "いまサインインを確かめられません。少し待ってもう一度お試しください。",
                "Tokens cannot be verified just now. Try again in a little while.");
    }

    private static Refusal invalid(ConstraintViolationException invalid) {
        Refusal refusal = new Refusal(
                Kind.INVALID, "input-invalid", "入力に誤りがあります。", "Some of the input is not as described by the API.");
        for (ConstraintViolation<?> violation : invalid.getConstraintViolations()) {
            String rule = violation
                    .getConstraintDescriptor()
                    .getAnnotation()
                    .annotationType()
                    .getSimpleName();
            String code = rule.replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
            refusal.at(pointer(violation.getPropertyPath()), code, sentence(rule), violation.getMessage());
        }
        return refusal;
    }

    private static String sentence(String rule) {
        return switch (rule) {
            case "NotNull", "NotBlank", "NotEmpty" -> "入力してください。";
            case "Size" -> "長さ、または個数が範囲の外です。";
            default -> "形を確かめてください。";
        };
    }

    /** Method and argument come first in the path of a resource's parameter: they are ours, not the caller's. */
    private static String pointer(Path path) {
        List<Path.Node> nodes = StreamSupport.stream(path.spliterator(), false).toList();
        StringBuilder pointer = new StringBuilder();
        int from = nodes.size() > 2 ? 2 : nodes.size() - 1;
        for (Path.Node node : nodes.subList(from, nodes.size())) {
            if (node.getIndex() != null) {
                pointer.append('/').append(node.getIndex());
            }
            if (node.getName() != null && !node.getName().startsWith("<")) {
                pointer.append('/').append(node.getName());
            }
        }
        return pointer.toString();
    }

    private static Refusal unreadable(JsonProcessingException unreadable) {
        Refusal refusal =
                new Refusal(Kind.INVALID, "json-unreadable", "送られたJSONを読めませんでした。", "The JSON could not be read.");
        if (!(unreadable instanceof JsonMappingException mapping)) {
            return refusal;
        }
        StringBuilder pointer = new StringBuilder();
        mapping.getPath()
                .forEach(at ->
                        pointer.append('/').append(at.getFieldName() == null ? at.getIndex() : at.getFieldName()));
        return switch (mapping) {
            case UnrecognizedPropertyException unknown ->
                new Refusal(
                                Kind.INVALID,
                                "field-unknown",
                                "知らない項目が含まれています。",
                                "There is a field the API does not describe.")
                        .at(pointer.toString(), "field-unknown", "この項目はありません。", "This field does not exist.");
            case InvalidFormatException format
            when format.getTargetType() != null && format.getTargetType().isEnum() ->
                new Refusal(Kind.INVALID, "value-unknown", "選べない値が含まれています。", "A value is not one of those offered.")
                        .at(pointer.toString(), "value-unknown", "この値は選べません。", "This value is not offered.");
            case StrictText.NotStorable _ ->
                new Refusal(
                                Kind.INVALID,
                                "text-not-storable",
                                "使えない文字が含まれています。",
                                "The text holds NUL or half of a character.")
                        .at(
                                pointer.toString(),
                                "text-not-storable",
                                "使えない文字が含まれています。",
                                "NUL and lone surrogates are refused.");
            default ->
                pointer.isEmpty()
                        ? refusal
                        : refusal.at(
                                pointer.toString(), "value-malformed", "形を確かめてください。", "Not of the described type.");
        };
    }

    private static String title(Kind kind, String lang) {
        boolean en = "en".equals(lang);
        return switch (kind) {
            case INVALID, TOO_LARGE, UNMET -> en ? "Please check what was sent" : "内容を確かめてください";
            case UNAUTHORIZED -> en ? "Sign-in needed" : "サインインが必要です";
            case FORBIDDEN -> en ? "Not allowed" : "権限がありません";
            case NOT_FOUND -> en ? "Not found" : "見つかりません";
            case CONFLICT -> en ? "Not possible now" : "いまはできません";
            case STALE, PRECONDITION_MISSING -> en ? "Please read it again" : "もう一度開いてください";
            case TOO_MANY, BUSY -> en ? "Please try again a little later" : "少し待ってやり直してください";
        };
    }

    /** A page speaks the language its reader chose there; a machine may say in Accept-Language which it wants. */
    private String lang() {
        var chosen = request.request().getCookie("lang");
        if (chosen != null) {
            return chosen.getValue();
        }
        boolean isPage = header("Accept").startsWith("text/html");
        return !isPage && header("Accept-Language").startsWith("en") ? "en" : "ja";
    }

    private String header(String name) {
        String value = request.request().getHeader(name);
        return value == null ? "" : value.toLowerCase(Locale.ROOT);
    }

    /** What somebody sees of our own mistake. */
    private static final class Bug extends Refusal {
        Bug() {
            super(
                    Kind.BUSY,
                    "internal-error",
                    "うまくいきませんでした。あなたのせいではありません。少し待ってもう一度お試しください。",
                    "Something went wrong on our side. Try again in a little while.");
        }
    }
}
