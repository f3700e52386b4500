package jp.tsunagi.testing.fuzz;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;

/** The values that are sent. Each is made around a canary, the word that no log may show afterwards. */
final class Hostile {

    /** What a JSON literal is, so that one of the wrong type can be told from one that is only odd. */
    enum Kind {
        STRING,
        NUMBER,
        FRACTION,
        BOOLEAN,
        NULL,
        ARRAY,
        OBJECT,
        BROKEN
    }

    /**
     * A value for a parameter or a form field.
     *
     * @param around puts the canary into the octets of the value
     * @param isEncoded whether it goes into an address as it is
     */
    record Text(String name, UnaryOperator<String> around, boolean isEncoded) {

        private Text(String name, UnaryOperator<String> around) {
            this(name, around, false);
        }

        String encoded(String canary) {
            return isEncoded ? around.apply(canary) : Octets.percentEncoded(around.apply(canary));
        }

        /** As the value of a header, which cannot hold the end of a line. */
        String header(String canary) {
            return around.apply(canary).replaceAll("[\\r\\n]", " ");
        }
    }

    record Literal(String name, Kind kind, UnaryOperator<String> around) {}

    /**
     * A whole body.
     *
     * @param mustRefuse whether no operation may take it, whatever it is about
     * @param of makes it from the good body and the canary
     */
    record Body(String name, boolean mustRefuse, UnaryOperator<String> of) {}

    /** A content type; empty for none. */
    record Media(String name, boolean mustRefuse) {}

    static final List<Text> TEXTS = List.of(
            new Text("empty", c -> ""),
            new Text("blank", c -> " \t "),
            new Text("word", c -> c),
            new Text("zero", c -> "0"),
            new Text("minus one", c -> "-1"),
            new Text("one above the limit", c -> "101"),
            new Text("above an int", c -> "2147483648"),
            new Text("above a long", c -> "9223372036854775808"),
            new Text("below a long", c -> "-9223372036854775809"),
            new Text("huge number", c -> "9".repeat(400)),
            new Text("fraction", c -> "1.5"),
            new Text("exponent", c -> "1e400"),
            new Text("not a number", c -> "NaN"),
            new Text("other digits", c -> Octets.of("\uff11\uff12\u0663" + c)),
            new Text("boolean", c -> "true"),
            new Text("null", c -> "null"),
            new Text("list", c -> "[\"" + c + "\"]"),
            new Text("object", c -> "{\"" + c + "\":1}"),
            new Text("NUL", c -> c + "\0" + c),
            new Text("only NUL", c -> "\0"),
            new Text("control characters", c -> "\1\7\b\u001b[31m" + c + "\u007f"),
            new Text("lines", c -> c + "\r\nX-Injected: " + c + "\r\n\r\n"),
            new Text("invalid UTF-8", c -> c + "\u00c3\u0028\u00ff\u00fe"),
            new Text("overlong UTF-8", c -> "\u00c0\u00af" + c + "\u00e0\u0080\u00af"),
            new Text("overlong NUL", c -> c + "\u00c0\u0080"),
            new Text("half a surrogate pair", c -> c + "\u00ed\u00a0\u0080"),
            new Text("beyond Unicode", c -> c + "\u00f4\u0090\u0080\u0080"),
            new Text("byte order mark", c -> Octets.of("\ufeff" + c)),
            new Text("bidi and zero width", c -> Octets.of("\u202e" + c + "\u200b\u2066\u200d\u2069")),
            new Text("noncharacters", c -> Octets.of("\ufffe\uffff" + c + "\udbff\udfff")),
            new Text("combining marks", c -> Octets.of(c + "\u0301".repeat(500))),
            new Text("emoji", c -> Octets.of(c + "\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67")),
            new Text("long", c -> c + "a".repeat(3000)),
            new Text("very long", c -> c + "a".repeat(70_000)),
            new Text("SQL", c -> c + "' or 1=1; drop table audit; --"),
            new Text("LIKE", c -> "%_" + c + "\\"),
            new Text("HTML", c -> "\"><script>" + c + "</script>"),
            new Text("template", c -> "{" + c + "}{#if true}${7*7}{{7*7}}<%= 7*7 %>#{7*7}"),
            new Text("look-up", c -> "${jndi:ldap://127.0.0.1:1/" + c + "}"),
            new Text("format", c -> "%s%n%d" + c + "%x{0}"),
            new Text("path", c -> "../../../../etc/" + c),
            new Text("address", c -> "http://" + c + ":pw@127.0.0.1:1/\u0009x"),
            new Text("least date", c -> "-999999999-01-01"),
            new Text("greatest date", c -> "+999999999-12-31"),
            new Text("date before PostgreSQL", c -> "-4713-01-01"),
            new Text("date after PostgreSQL", c -> "+294277-01-01"),
            new Text("no such date", c -> "2026-02-30"),
            new Text("least time", c -> "-1000000000-01-01T00:00:00Z"),
            new Text("greatest time", c -> "+1000000000-12-31T23:59:59.999999999Z"),
            new Text("time before PostgreSQL", c -> "-4800-01-01T00:00:00Z"),
            new Text("time after PostgreSQL", c -> "+300000-01-01T00:00:00Z"),
            new Text("greatest time in a zone", c -> "+999999999-12-31T23:59:59.999999999-18:00"),
            new Text("least time in a zone", c -> "-999999999-01-01T00:00:00+18:00"),
            new Text("odd zone", c -> "2026-11-25T10:00:00+99:00"),
            new Text("least month", c -> "-999999999-01"),
            new Text("greatest month", c -> "+999999999-12"),
            new Text("long period", c -> "P999999999999Y"),
            new Text("id of nothing", c -> "00000000-0000-0000-0000-000000000000"),
            new Text("short id", c -> "1-1-1-1-1"),
            new Text("wildcard", c -> "*"),
            new Text("quoted zero", c -> "\"0\""),
            new Text("weak tag", c -> "W/\"1\""),
            new Text("NUL by percent", c -> c + "%00", true),
            new Text("half an escape", c -> c + "%", true),
            new Text("no escape", c -> c + "%zz%u0000", true),
            new Text("slash by percent", c -> "..%2f..%5c" + c, true),
            new Text("twice encoded", c -> "%2500" + c + "%252e", true),
            new Text("matrix parameter", c -> ";" + c + "=1;", true),
            new Text("more parameters", c -> c + "&" + c + "=1&=&&[]=" + c, true));

    static final List<Literal> LITERALS = List.of(
            new Literal("null", Kind.NULL, c -> "null"),
            new Literal("true", Kind.BOOLEAN, c -> "true"),
            new Literal("false", Kind.BOOLEAN, c -> "false"),
            new Literal("zero", Kind.NUMBER, c -> "0"),
            new Literal("minus one", Kind.NUMBER, c -> "-1"),
            new Literal("minus zero", Kind.NUMBER, c -> "-0.0"),
            new Literal("above an int", Kind.NUMBER, c -> "2147483648"),
            new Literal("above a long", Kind.NUMBER, c -> "9223372036854775808"),
            new Literal("long number", Kind.NUMBER, c -> "9".repeat(2000)),
            new Literal("fraction", Kind.FRACTION, c -> "1.5"),
            new Literal("exponent", Kind.NUMBER, c -> "1e400"),
            new Literal("huge exponent", Kind.NUMBER, c -> "1e999999999"),
            new Literal("empty list", Kind.ARRAY, c -> "[]"),
            new Literal("list of null", Kind.ARRAY, c -> "[null]"),
            new Literal("list of text", Kind.ARRAY, c -> "[\"" + c + "\"]"),
            new Literal("list twice", Kind.ARRAY, c -> "[[\"" + c + "\"]]"),
            new Literal("list of 3000", Kind.ARRAY, c -> "[" + ("\"" + c + "\",").repeat(2999) + "\"\"]"),
            new Literal("empty object", Kind.OBJECT, c -> "{}"),
            new Literal("object", Kind.OBJECT, c -> "{\"" + c + "\":\"" + c + "\"}"),
            new Literal("object of a class", Kind.OBJECT, c -> "{\"@class\":\"java.net.URL\",\"val\":\"" + c + "\"}"),
            new Literal("escaped NUL", Kind.STRING, c -> "\"" + c + "\\u0000\""),
            new Literal("escaped half pair", Kind.STRING, c -> "\"\\ud842" + c + "\""),
            new Literal("pair the wrong way", Kind.STRING, c -> "\"" + c + "\\udc00\\ud800\""),
            new Literal("escaped lines", Kind.STRING, c -> "\"" + c + "\\r\\n\\t\\u001b\\u2028\\u0085\""),
            new Literal("raw NUL", Kind.BROKEN, c -> "\"" + c + "\0\""),
            new Literal("raw line end", Kind.BROKEN, c -> "\"" + c + "\n\""),
            new Literal("unknown escape", Kind.BROKEN, c -> "\"" + c + "\\x\""),
            new Literal("unquoted", Kind.BROKEN, c -> c),
            new Literal("single quotes", Kind.BROKEN, c -> "'" + c + "'"),
            new Literal("NaN", Kind.BROKEN, c -> "NaN"),
            new Literal("hexadecimal", Kind.BROKEN, c -> "0x10"),
            new Literal("leading zero", Kind.BROKEN, c -> "007"),
            new Literal("comment", Kind.BROKEN, c -> "/*" + c + "*/\"x\""),
            new Literal("deep list", Kind.BROKEN, c -> "[".repeat(40) + "]".repeat(40)),
            new Literal("endless list", Kind.BROKEN, c -> "[".repeat(20_000)));

    static final List<Body> BODIES = List.of(
            new Body("empty", false, good -> ""),
            new Body("blank", false, good -> " \r\n"),
            new Body("null", false, good -> "null"),
            new Body("list", true, good -> "[]"),
            new Body("list of the body", true, good -> "[" + good + "]"),
            new Body("text", true, good -> "\"x\""),
            new Body("number", true, good -> "1"),
            new Body("boolean", true, good -> "true"),
            new Body("half", true, good -> good.substring(0, good.length() / 2)),
            new Body("twice", true, good -> good + good),
            new Body("with a tail", true, good -> good + "x"),
            new Body("deep", true, good -> "{\"a\":".repeat(5000) + "1" + "}".repeat(5000)),
            new Body("byte order mark", true, good -> "\u00ef\u00bb\u00bf" + good),
            new Body("UTF-16, big end", true, good -> encoded(good, StandardCharsets.UTF_16BE)),
            new Body("UTF-16, little end", true, good -> encoded(good, StandardCharsets.UTF_16LE)),
            new Body("UTF-16, marked", true, good -> "\u00fe\u00ff" + encoded(good, StandardCharsets.UTF_16BE)),
            new Body("UTF-32, big end", true, good -> encoded(good, Charset.forName("UTF-32BE"))),
            new Body("UTF-32, little end", true, good -> encoded(good, Charset.forName("UTF-32LE"))),
            new Body("NULs around", true, good -> "\0" + good + "\0"),
            new Body("form", true, good -> "text=x&b=%00"),
            new Body(
                    "XML",
                    true,
                    good ->
                            "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>"),
            new Body("larger than the limit", true, good -> "{\"a\":\"" + "a".repeat(300_000) + "\"}"));

    static final List<Media> MEDIA = List.of(
            new Media("", true),
            new Media("text/plain", true),
            new Media("application/xml", true),
            new Media("application/x-www-form-urlencoded", true),
            new Media("multipart/form-data", true),
            new Media("multipart/form-data; boundary=x", true),
            new Media("application/octet-stream", true),
            new Media("application/json; charset=utf-16", true),
            new Media("application/json; charset=shift_jis", true),
            new Media("application/json; charset=no-such", true),
            new Media("application/json; charset=UTF-8", false),
            new Media("application/json; charset", false),
            new Media("application/json;;;=", false),
            new Media("APPLICATION/JSON", false),
            new Media("json", true),
            new Media("*/*", true),
            new Media("/", true),
            new Media("application/problem+json", true));

    private Hostile() {}

    private static String encoded(String octets, Charset other) {
        return Octets.of(new String(Octets.bytes(octets), StandardCharsets.UTF_8), other);
    }
}
