package jp.tsunagi.testing;

import java.util.List;
import java.util.Set;

/** What PostgreSQL's catalogue must say, so that nobody walks around row level security. */
public final class RowSecurityRules {

    private static final List<String> RULES = List.of(
            """
            select 'table ' || relname || ' does not force row level security' from pg_class
             where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace and relname not like 'flyway%'
               and not (relrowsecurity and relforcerowsecurity) and relname <> all (:open)
            """,
            """
            select 'table ' || relname || ' is protected and needs no reason why not' from pg_class
             where relrowsecurity and relname = any (:open)
            """,
            """
            select 'policy ' || policyname || ' of ' || tablename || ' does not ask acting_agency()' from pg_policies
             where qual not like '%acting_agency()%' or qual like '%current_setting%'
            """,
            """
            select 'function ' || proname || ' takes an ended setting for a value' from pg_proc
             where pronamespace = 'public'::regnamespace
               and prosrc like '%current_setting(%' and prosrc not like '%nullif(current_setting(%'
            """,
            """
            select 'view ' || relname || ' reads as its owner' from pg_class
             where relkind in ('v', 'm') and relnamespace = 'public'::regnamespace
               and not coalesce(reloptions @> '{security_invoker=true}', false)
            """,
            """
            select 'function ' || proname || ' runs as its owner without a search path of its own' from pg_proc
             where prosecdef and pronamespace = 'public'::regnamespace
               and not exists (select from unnest(proconfig) setting where setting like 'search_path=%')
            """,
            """
            select 'role ' || rolname || ' passes by row level security' from pg_roles
             where rolname like '%\\_app' and (rolsuper or rolbypassrls)
            """,
            """
            select 'role ' || rolname || ' owns ' || relname from pg_class join pg_roles on pg_roles.oid = relowner
             where rolname like '%\\_app'
            """,
            """
            select 'role ' || rolname || ' may empty ' || relname from pg_class, pg_roles
             where rolname like '%\\_app' and relkind in ('r', 'p') and relnamespace = 'public'::regnamespace
               and has_table_privilege(pg_roles.oid, pg_class.oid, 'TRUNCATE')
            """,
            // A refused duplicate would tell one agency what another one has.
            """
            select 'index ' || i.indexrelid::regclass || ' is unique across agencies' from pg_index i
              join pg_class c on c.oid = i.indrelid
             where i.indisunique and c.relrowsecurity and i.indexrelid::regclass::text <> all (:drawn)
               and not exists (select from pg_attribute a
                    where a.attrelid = i.indrelid and a.attnum = any (i.indkey)
                      and (a.atttypid in ('uuid'::regtype, 'bytea'::regtype)
                           or a.attname like '%agency' or a.attname = 'client'))
            """);

    private RowSecurityRules() {}

    /**
     * Every place where the catalogue says something else.
     *
     * @param open tables that hold nothing of one agency
     * @param drawn unique indexes over values that no caller chooses
     */
    public static List<String> problems(Set<String> open, Set<String> drawn) {
        return RULES.stream()
                .map(rule -> rule.replace(":open", array(open)).replace(":drawn", array(drawn)))
                .flatMap(rule -> TestDatabase.texts(rule).stream())
                .toList();
    }

    private static String array(Set<String> names) {
        return "'{" + String.join(",", names) + "}'::text[]";
    }
}
