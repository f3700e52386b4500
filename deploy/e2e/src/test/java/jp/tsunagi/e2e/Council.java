package jp.tsunagi.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** The council's secretariat, signed in. */
final class Council implements AutoCloseable {

    private final Visitor visitor;

    Council(World world) {
        this(world, "ito");
    }

    /** Somebody of the secretariat: one asks for a publication and another publishes. */
    Council(World world, String account) {
        this(world.computer(), account);
    }

    Council(Visitor visitor, String account) {
        this.visitor = visitor;
        visitor.openAs(account, "/council/admin");
    }

    Visitor visitor() {
        return visitor;
    }

    /** Referrals to a desk that are completed, as the page for the secretariat shows them. */
    int completedAt(String desk) {
        return number("#cells tr:has(th:text-is('" + desk + "')):has(td:text-is('対応完了')) td.number");
    }

    /** Referrals to a desk in any state. */
    int referralsTo(String desk) {
        return number("#referrals-by-desk tr:has(th:text-is('" + desk + "')) td.number");
    }

    int consultations() {
        return number("#consultations-by-urgency tfoot td.number");
    }

    /** Writes a topic and returns its identifier; nobody else can read it yet. */
    String draft(String title, String body) {
        assertEquals(200, visitor.open("/council/admin/topics/new"));
        visitor.fill("title", title).fill("body", body);
        assertEquals(200, visitor.press("下書きとして保存する"));
        return visitor.path().substring("/council/admin/topics/".length());
    }

    private int number(String cell) {
        visitor.open("/council/admin/statistics");
        return visitor.has(cell) ? Integer.parseInt(visitor.textOf(cell)) : 0;
    }

    @Override
    public void close() {
        visitor.close();
    }
}
