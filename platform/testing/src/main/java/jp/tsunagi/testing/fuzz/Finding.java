package jp.tsunagi.testing.fuzz;

/**
 * Something that must not be.
 *
 * @param title what, and at which operation and place: one line, the same for every request that shows it
 * @param evidence the answer, and how to repeat the request
 */
record Finding(String title, String evidence) {

    /** Of an answer. The shell line reads the access token from {@code $TOKEN}. */
    static Finding of(Exchange exchange, String what) {
        return new Finding(
                exchange.operation() + " as " + exchange.caller() + ": " + exchange.faults() + ": " + what,
                """
                answered %d %s
                printf '%s' | nc -q 3 127.0.0.1 $PORT
                """.formatted(
                                exchange.reply().status(),
                                shortened(exchange.reply().body()),
                                Octets.shell(exchange.octets())
                                        .replaceFirst("Bearer eyJ[A-Za-z0-9._-]{300,}", "Bearer '\"\\$TOKEN\"'")));
    }

    private static String shortened(String body) {
        return body.length() > 600 ? body.substring(0, 600) + "…" : body;
    }
}
