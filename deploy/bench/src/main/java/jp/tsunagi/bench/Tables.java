package jp.tsunagi.bench;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * What lies in the databases before anything is measured: the tables of the bare endpoint, and as many referrals as asked
 * for on both sides. A few desks have most of them; texts and sealed columns are as long as in a real referral.
 */
final class Tables {

    /** Tables that creating a referral writes, and how the rows of one are found. */
    private record Written(String table, String rows) {}

    private static final List<Written> WRITTEN = List.of(
            new Written("referral", "id = '%1$s'"),
            new Written("referral_history", "referral_id = '%1$s'"),
            new Written("disclosed_data", "referral_id = '%1$s'"),
            new Written("disclosure_record", "referral_id = '%1$s'"),
            new Written("delivery", "referral_id = '%1$s'"),
            new Written("outbox", "aggregateid = '%1$s'"),
            new Written("audit", "object = 'referral/%1$s'"),
            new Written("audit_chain", "audit_seq in (select seq from audit where object = 'referral/%1$s')"),
            new Written("idempotency", "location like '%%%1$s'"));

    /** Tables that grow with the number of referrals when a database is filled. */
    private static final List<Written> FILLED = WRITTEN.subList(0, 3);

    private static final String BARE = """
            create table record (id uuid primary key, owner text not null, version bigint not null, status text not null,
                number text not null unique, kind text not null, origin text not null, target text not null,
                label text not null, urgency text not null, created_at timestamptz not null,
                changed_at timestamptz not null, text text not null);
            create index record_of_owner on record (owner, created_at desc);
            create table line (id uuid primary key, record uuid not null, version bigint not null, what text not null,
                who text not null, at timestamptz not null);
            create index line_of_record on line (record, version);
            create table message (id uuid primary key, record uuid not null, version bigint not null, payload text not null,
                unique (record, version));
            create schema same;
            create schema example;
            """;

    private static final int BATCH = 5_000;

    private final Platform platform;
    private final Random random = new Random(8);
    private int filled;

    Tables(Platform platform) {
        this.platform = platform;
    }

    /** How many referrals lie there besides those that were created while measuring. */
    int rows() {
        return filled;
    }

    /** Makes the bench's database. @param example a referral that was created as all are */
    void create(UUID example) throws SQLException, IOException {
        try (Connection postgres = platform.database("postgres");
                Statement statement = postgres.createStatement()) {
            statement.execute("create database bench");
        }
        try (Connection ours = platform.database("referral");
                Connection bare = platform.database("bench");
                Statement statement = bare.createStatement()) {
            statement.execute(BARE);
            for (Written written : WRITTEN) {
                String columns = columns(ours, written.table);
                statement.execute("create table same." + written.table + " (" + columns + ")");
                statement.execute("create table example." + written.table + " (" + columns + ")");
                for (String index : indexes(ours, written.table)) {
                    statement.execute(index.replace(" ON public.", " ON same."));
                }
                String rows = copyOut(ours, written.table, written.rows.formatted(example));
                if (rows.isEmpty()) {
                    throw new SQLException("no row of " + written.table + " belongs to referral " + example);
                }
                copy(bare).copyIn("copy example." + written.table + " from stdin", new StringReader(rows));
            }
        }
    }

    /** Fills up to so many referrals, ours and the bare endpoint's. */
    void fill(UUID example, int referrals) throws SQLException, IOException {
        try (Connection ours = platform.database("referral");
                Connection bare = platform.database("bench")) {
            List<List<String[]>> examples = new ArrayList<>();
            for (Written written : FILLED) {
                examples.add(copyOut(ours, written.table, written.rows.formatted(example))
                        .lines()
                        .map(line -> line.split("\t", -1))
                        .toList());
            }
            List<List<String>> columns = new ArrayList<>();
            for (Written written : FILLED) {
                columns.add(names(ours, written.table));
            }
            String[] desks = desks(ours);
            while (filled < referrals) {
                int some = Math.min(BATCH, referrals - filled);
                var texts = new StringBuilder[] {new StringBuilder(), new StringBuilder(), new StringBuilder()};
                var records = new StringBuilder();
                for (int i = 0; i < some; i++) {
                    one(filled + i, example.toString(), desks, examples, columns, texts, records);
                }
                for (int i = 0; i < FILLED.size(); i++) {
                    copy(ours)
                            .copyIn(
                                    "copy " + FILLED.get(i).table + " from stdin",
                                    new StringReader(texts[i].toString()));
                }
                copy(bare).copyIn("copy record from stdin", new StringReader(records.toString()));
                filled += some;
            }
            for (Connection connection : List.of(ours, bare)) {
                try (Statement statement = connection.createStatement()) {
                    statement.execute("vacuum analyze");
                }
            }
        }
    }

    private void one(
            int number,
            String example,
            String[] desks,
            List<List<String[]>> examples,
            List<List<String>> columns,
            StringBuilder[] texts,
            StringBuilder records) {
        // All before what is created while measuring: even ten million fit into a little more than a year.
        Instant at = Instant.now().minus(400, ChronoUnit.DAYS).plusMillis(number * 3_400L);
        UUID id = new UUID(
                (at.toEpochMilli() << 16) | 0x7000 | random.nextInt(0x1000),
                0x8000_0000_0000_0000L | random.nextLong() >>> 2);
        String[] desk =
                desks[(int) Math.min(desks.length - 1, Math.abs(random.nextGaussian()) * desks.length / 3)].split("\t");
        for (int table = 0; table < examples.size(); table++) {
            for (String[] row : examples.get(table)) {
                append(texts[table], columns.get(table), row, example, id.toString(), desk, at.toString());
            }
        }
        records.append(String.join(
                        "\t",
                        id.toString(),
                        desk[1],
                        "1",
                        "requested",
                        id.toString(),
                        "referral",
                        "SIA",
                        desk[1],
                        "amber",
                        "normal",
                        at.toString(),
                        at.toString(),
                        "匿名掲示板に名前と学校を書かれて困っています。消してほしいです。"))
                .append('\n');
    }

    private void append(
            StringBuilder text,
            List<String> columns,
            String[] row,
            String example,
            String id,
            String[] desk,
            String at) {
        String[] copy = row.clone();
        for (int i = 0; i < copy.length; i++) {
            copy[i] = switch (columns.get(i)) {
                case "id" -> copy[i].equals(example) ? id : UUID.randomUUID().toString();
                case "number", "consultation_ref" -> id;
                case "target_desk" -> desk[0];
                case "target_agency" -> desk[1];
                case "created_at", "changed_at", "at" -> at;
                default -> copy[i].startsWith("\\\\x") ? noise(copy[i].length()) : copy[i].replace(example, id);
            };
        }
        text.append(String.join("\t", copy)).append('\n');
    }

    /** As long as what was sealed, and as little to be compressed. */
    private String noise(int length) {
        byte[] bytes = new byte[(length - 3) / 2];
        random.nextBytes(bytes);
        return "\\\\x" + HexFormat.of().formatHex(bytes);
    }

    /** Desk and agency; those of the agency that the bench asks for come first and so get most. */
    private static String[] desks(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select code || chr(9) || agency from desk order by agency <> 'TOKYO', agency, code")) {
            return strings(row).toArray(String[]::new);
        }
    }

    private static String columns(Connection connection, String table) throws SQLException {
        return String.join(", ", query(connection, """
                select quote_ident(attname) || ' ' || format_type(atttypid, atttypmod) from pg_attribute
                 where attrelid = '%s'::regclass and attnum > 0 and not attisdropped order by attnum""".formatted(table)));
    }

    private static List<String> names(Connection connection, String table) throws SQLException {
        return query(connection, """
                select attname from pg_attribute
                 where attrelid = '%s'::regclass and attnum > 0 and not attisdropped order by attnum""".formatted(table));
    }

    private static List<String> indexes(Connection connection, String table) throws SQLException {
        return query(connection, "select indexdef from pg_indexes where tablename = '" + table + "'");
    }

    private static List<String> query(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return strings(row);
        }
    }

    private static List<String> strings(ResultSet row) throws SQLException {
        List<String> found = new ArrayList<>();
        while (row.next()) {
            found.add(row.getString(1));
        }
        return found;
    }

    private static String copyOut(Connection connection, String table, String rows) throws SQLException, IOException {
        var text = new StringWriter();
        copy(connection).copyOut("copy (select * from " + table + " where " + rows + ") to stdout", text);
        return text.toString();
    }

    private static CopyManager copy(Connection connection) throws SQLException {
        return connection.unwrap(PGConnection.class).getCopyAPI();
    }
}
