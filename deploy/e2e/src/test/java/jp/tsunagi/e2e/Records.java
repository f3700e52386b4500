package jp.tsunagi.e2e;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The tables of the three services, read by the superuser, whom row level security does not keep out. */
record Records(LocalStack stack) {

    static final List<String> SERVICES = List.of("intake", "referral", "council");

    /** A rule for every record of a service, and a query for those that break it. */
    private record Rule(String service, String sentence, String broken) {}

    /** Who works in what: each consumer, a topic that it follows, and the topic's owner. */
    private record Subscription(String consumer, String topic, String owner) {}

    private static final List<Subscription> SUBSCRIPTIONS = List.of(
            new Subscription("intake", "tsunagi.consultation", "intake"),
            new Subscription("intake", "tsunagi.referral", "referral"),
            new Subscription("intake", "tsunagi.desk", "referral"),
            new Subscription("intake", "tsunagi.council", "council"),
            new Subscription("referral", "tsunagi.handover", "intake"),
            new Subscription("council", "tsunagi.consultation", "intake"),
            new Subscription("council", "tsunagi.referral", "referral"),
            new Subscription("council", "tsunagi.desk", "referral"));

    private static final List<Rule> OF_EACH_SERVICE = List.of(
            new Rule("", "the audit's chain verifies", "select * from audit_verify()"),
            new Rule("", "each event of a record names the one before it, and their versions rise", """
                    select topic, aggregateid, version from (
                        select *, lag(fingerprint, 1, '') over line as fingerprint_before, lag(version, 1, 0) over line as version_before
                          from outbox where topic <> 'tsunagi.replay' window line as (partition by topic, aggregateid order by seq)) o
                     where previous <> fingerprint_before or version <= version_before"""),
            new Rule("", "nothing is parked", "select topic, aggregate, type, reason from dead_letter"),
            new Rule(
                    "",
                    "nothing was worked in that its owner had not announced",
                    "select topic, aggregate from inbox_position where differences > 0"));

    private static final List<Rule> OF_ONE_SERVICE = List.of(
            new Rule("intake", "a consultation has one step for each version after the first", """
                    select id, c.version from consultation c left join consultation_step s on s.consultation_id = c.id
                     group by id having count(s.version) <> c.version - 1 or coalesce(max(s.version), 1) <> c.version"""),
            new Rule(
                    "intake",
                    "a consultation's receipt, its steps, notes, requests, answers and days stand in the audit, and nothing else",
                    """
                    select * from (
                        select id, action, count(*) as steps from (
                            select id::text, 'receive' as action from consultation
                            union all select consultation_id::text, action from consultation_step
                            union all select consultation_id::text, 'note' from note
                            union all select consultation_id::text, 'request-to-provider' from provider_request
                            union all select consultation_id::text, 'answer-of-provider' from provider_answer
                            union all select consultation_id::text, 'starting-day' from starting_day) one group by 1, 2) done
                      full join (
                        select substr(object, 14) as id, substr(action, 14) as action, count(*) as rows from audit
                         where result = 'done' and object like 'consultation/%' and action like 'consultation.%'
                           and action not in ('consultation.read', 'consultation.draft-letter', 'consultation.add-targets')
                         group by 1, 2) audited using (id, action)
                     where steps is distinct from rows"""),
            new Rule("intake", "an event of a consultation is of a version that a step or the receipt led to", """
                    select topic, aggregateid, version, type from outbox o
                     where aggregatetype = 'consultation' and version <> 1
                       and not exists (select from consultation_step where consultation_id::text = aggregateid and version = o.version)"""),
            new Rule("intake", "the receipt and each step that others are told of are announced at their version", """
                    select id, version, action from (
                        select id::text, 1 as version, 'receive' as action from consultation
                        union all select consultation_id::text, version, action from consultation_step
                         where action in ('hand-over', 'approve', 'withdraw-consent', 'close')) told
                     where not exists (select from outbox o where aggregatetype = 'consultation'
                       and aggregateid = told.id and o.version = told.version)"""),
            new Rule("referral", "a referral has one line of history for each version", """
                    select r.id, version from referral r left join referral_history h on h.referral_id = r.id group by r.id
                    having count(h.id) <> version or count(distinct referral_version) <> version or max(referral_version) <> version"""),
            new Rule(
                    "referral",
                    "each line of a referral's history stands in the audit, and no other command does",
                    """
                    select * from (
                        select referral_id::text as id, command, count(*) as lines from referral_history group by 1, 2) done
                      full join (
                        select substr(object, 10) as id, substr(action, 10) as command, count(*) as rows from audit
                         where result = 'done' and object like 'referral/%' and action not like 'referral.read%'
                           and action not in ('referral.discard', 'referral.re-open') group by 1, 2) audited using (id, command)
                     where lines is distinct from rows"""),
            new Rule(
                    "referral",
                    "each line that others are told of is announced at its version, and nothing else is",
                    """
                    select * from (
                        select referral_id::text as id, referral_version as version from referral_history
                         where command not in ('create', 'ask-approval', 'decline-approval')) done
                      full join (
                        select aggregateid as id, version from outbox
                         where topic = 'tsunagi.referral' and type not like '%.not-delivered.%') told using (id, version)
                     where done is null or told is null"""),
            new Rule("referral", "a desk has one event and one row of audit for each version", """
                    select code, version from desk
                     where version <> (select count(*) from outbox where topic = 'tsunagi.desk' and aggregateid = code)
                        or version <> (select count(*) from audit where action = 'desk.change' and object = 'desk/' || code)"""),
            new Rule(
                    "council",
                    "a topic has one row of audit for each version, and announces none that it did not reach",
                    """
                    select id, version from topic t
                     where version <> (select count(*) from audit
                                        where object = 'topic/' || t.id and action <> 'topic.read' and result = 'done')
                        or version < (select max(o.version) from outbox o where o.aggregateid = t.id::text)"""));

    /** What every projection of another service's records must have reached: the version that was announced last. */
    private static final List<Projection> PROJECTIONS = List.of(
            new Projection("intake", "select id, version from referral", "referral", "tsunagi.referral"),
            new Projection("intake", "select code, version from desk", "referral", "tsunagi.desk"),
            new Projection(
                    "council", "select id, sequence from counted_consultation", "intake", "tsunagi.consultation"),
            new Projection("council", "select id, sequence from counted_referral", "referral", "tsunagi.referral"),
            new Projection("council", "select code, sequence from counted_desk", "referral", "tsunagi.desk"));

    private record Projection(String consumer, String versions, String owner, String topic) {}

    /** What is still on its way: unsent, or sent and not yet worked in by everybody who follows it. */
    List<String> moving() {
        var moving = new ArrayList<String>();
        for (String service : SERVICES) {
            rows(service, "select topic, aggregateid, version from outbox where sent_at is null")
                    .forEach(row -> moving.add(service + " has not sent " + row));
        }
        for (Subscription one : SUBSCRIPTIONS) {
            var announced = map(one.owner, """
                    select distinct on (aggregateid) aggregateid, fingerprint from outbox where topic = '%s' order by aggregateid, seq desc""".formatted(one.topic));
            var reached = map(
                    one.consumer,
                    "select aggregate, fingerprint from inbox_position where topic = '%s'".formatted(one.topic));
            announced.entrySet().removeAll(reached.entrySet());
            announced.keySet().forEach(late -> moving.add(one.consumer + " has not reached " + one.topic + " " + late));
        }
        return moving;
    }

    /** Every record that does not agree with its history, its audit, its events or what others made of them. */
    List<String> disagreements() {
        var found = new ArrayList<String>();
        for (String service : SERVICES) {
            OF_EACH_SERVICE.forEach(rule -> found.addAll(broken(service, rule)));
        }
        OF_ONE_SERVICE.forEach(rule -> found.addAll(broken(rule.service, rule)));
        for (Projection projection : PROJECTIONS) {
            var announced = map(projection.owner, """
                    select aggregateid, max(version) from outbox where topic = '%s' group by 1""".formatted(projection.topic));
            map(projection.consumer, projection.versions).forEach((id, version) -> {
                if (!version.equals(announced.get(id))) {
                    found.add("%s follows %s: %s is %s here and %s there"
                            .formatted(projection.consumer, projection.topic, id, version, announced.get(id)));
                }
            });
        }
        return found;
    }

    private List<String> broken(String service, Rule rule) {
        return rows(service, rule.broken).stream()
                .map(row -> service + ": " + rule.sentence + ", but " + row)
                .toList();
    }

    /** Tables in which a word stands that ought to be sealed, as text or as the bytes of a text. */
    List<String> inClear(String word) {
        String bytes = HexFormat.of().formatHex(word.getBytes(StandardCharsets.UTF_8));
        var found = new ArrayList<String>();
        for (String service : SERVICES) {
            for (String table : rows(service, "select tablename from pg_tables where schemaname = 'public'")) {
                rows(
                                service,
                                "select '%1$s' from %1$s t where t::text ~ '%2$s|%3$s' limit 1"
                                        .formatted(table, word, bytes))
                        .forEach(row -> found.add(service + " " + row));
            }
        }
        return found;
    }

    /** How many rows of the audit there are for each attempt, and for all attempts of a request together. */
    Map<String, String> audited(String service) {
        return map(service, """
                select id || ' ' || result || ' ' || case result when 'refused' then reason else action end, count(*)
                  from audit, lateral (values (request_id), (left(request_id, 36))) as of (id)
                 where request_id ~ '^[0-9a-f-]{36}-[0-9]+$' group by 1""");
    }

    /** Each row with its columns side by side. */
    List<String> rows(String service, String query) {
        try (var connection = stack.database(service);
                var statement = connection.createStatement();
                var result = statement.executeQuery(query)) {
            var rows = new ArrayList<String>();
            while (result.next()) {
                var columns = new ArrayList<String>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    columns.add(result.getString(i));
                }
                rows.add(String.join(" ", columns.stream().map(String::valueOf).toList()));
            }
            return rows;
        } catch (SQLException broken) {
            throw new AssertionError(query, broken);
        }
    }

    /** The last column by what stands before it. */
    private Map<String, String> map(String service, String query) {
        var map = new TreeMap<String, String>();
        for (String row : rows(service, query)) {
            int last = row.lastIndexOf(' ');
            map.put(row.substring(0, last), row.substring(last + 1));
        }
        return map;
    }
}
