-- What every service keeps beside its own tables. Owned by the owner role; the application role gets only what it needs.
alter default privileges grant select, insert, update, delete on tables to ${app};
alter default privileges grant usage, select on sequences to ${app};

-- For whom the transaction works, asked by the policies of row level security: an agency's code, or '*' for work of the
-- service itself; and the one record whose secret somebody brought. Set for one transaction only (RowAccess). A setting
-- that has ended is '' and not null, hence nullif; whoever says nothing sees nothing.
create function acting_agency() returns text language sql stable as $$
    select nullif(current_setting('tsunagi.agency', true), '')
$$;
create function opened_record() returns uuid language sql stable as $$
    select nullif(current_setting('tsunagi.record', true), '')::uuid
$$;

-- Facts to announce, written in the transaction that made them true. Columns as Debezium's event router expects them.
create table outbox (
    seq           bigint generated always as identity primary key,
    id            uuid not null unique,
    topic         text not null,
    aggregatetype text not null,
    aggregateid   text not null,
    type          text not null,
    version       bigint not null,
    payload       json not null,
    correlation   text not null,
    created_at    timestamptz not null,
    sent_at       timestamptz,
    -- Hash of the event, its predecessor's hash included; the predecessor's is empty for an aggregate's first event.
    fingerprint   text not null,
    previous      text not null,
    -- An aggregate's version is announced once.
    unique (topic, aggregateid, version),
    -- And no event has two successors: whoever did not hold the aggregate's row lock is refused here.
    unique (topic, aggregateid, previous)
);
create index outbox_unsent on outbox (seq) where sent_at is null;

-- The hash of an event, as Fingerprint.java makes it: each text follows its length in two bytes, the value comes last.
create function event_fingerprint(texts text[], value text) returns text language sql stable as $$
    select encode(sha256(
        (select string_agg(int2send(octet_length(one)::smallint) || convert_to(one, 'UTF8'), ''::bytea order by n)
           from unnest(texts) with ordinality as each (one, n))
        || convert_to(value, 'UTF8')), 'hex')
$$;

-- Aggregates whose events a consumer wants again, from the one after `fingerprint` on. The relay answers.
create table replay (
    topic       text not null,
    aggregate   text not null,
    fingerprint text not null,
    missing     boolean not null,
    primary key (topic, aggregate, fingerprint)
);

-- Wakes the relay when a transaction with events commits.
create function outbox_wake() returns trigger language plpgsql as $$
begin
    perform pg_notify('outbox', '');
    return null;
end $$;
create trigger outbox_wake after insert on outbox for each statement execute function outbox_wake();

-- Events already worked into this service: one row for each, in the transaction of its effect.
create table inbox (
    source      text not null,
    event_id    text not null,
    type        text not null,
    fingerprint text not null,
    received_at timestamptz not null,
    primary key (source, event_id)
);

-- How far this service has followed each aggregate of others: the fingerprint of the event worked in last.
create table inbox_position (
    topic         text not null,
    aggregate     text not null,
    fingerprint   text not null default '',
    moved_at      timestamptz,
    -- Set while an event is missing: since when, and when its owner was asked last.
    waiting_since timestamptz,
    asked_at      timestamptz,
    -- How often what was worked in was not what the owner had said.
    differences   integer not null default 0,
    primary key (topic, aggregate)
);
create index inbox_position_waiting on inbox_position (waiting_since) where waiting_since is not null;
create index inbox_position_different on inbox_position (differences) where differences > 0;
create index inbox_position_moved on inbox_position (moved_at);

-- Events that could not be worked in. Their aggregates wait.
create table dead_letter (
    seq         bigint generated always as identity primary key,
    topic       text not null,
    aggregate   text not null,
    event_id    text not null,
    -- What tells an event from one that only pretends to be it; empty when the record has no usable key or header.
    fingerprint text not null,
    type        text not null,
    headers     json not null,
    value       bytea,
    reason      text not null,
    parked_at   timestamptz not null,
    unique (topic, aggregate, event_id, fingerprint)
);

-- Answers already given to a request key, sealed, so that a repeat gets the same answer and no second effect.
create table idempotency (
    client      text not null,
    key         text not null,
    fingerprint bytea not null,
    status      integer,
    location    text,
    etag        text,
    answer      bytea,
    created_at  timestamptz not null,
    primary key (client, key)
);
create index idempotency_age on idempotency (created_at);
-- A client with an account is "agency/account" (Actor.client); the public forms have clients of their own.
alter table idempotency enable row level security, force row level security;
create policy by_client on idempotency using (
    acting_agency() = '*' or position('/' in client) = 0
    or split_part(client, '/', 1) = coalesce(acting_agency(), ''));

-- What somebody of staff has typed into a form and not sent, sealed; without text when the form was sent, so that a draft
-- that arrives later is not kept.
create table draft (
    client   text not null,
    name     text not null,
    form_key text not null,
    sealed   bytea,
    kept_at  timestamptz not null,
    primary key (client, name)
);
create index draft_age on draft (kept_at);
alter table draft enable row level security, force row level security;
create policy by_client on draft using (
    acting_agency() = '*' or split_part(client, '/', 1) = coalesce(acting_agency(), ''));

-- Who did, saw or was refused what. Never content. The application can add and read, not change or remove. Repeated
-- refusals of callers whom no token names are one row with the number of occurrences.
create table audit (
    seq         bigint generated always as identity primary key,
    at          timestamptz not null,
    actor       text not null,
    agency      text not null,
    -- In which roles of ours; what else a token carries is left out.
    roles       text[] not null,
    action      text not null,
    object      text not null,
    result      text not null,
    reason      text,
    request_id  text not null,
    occurrences integer not null default 1 check (occurrences >= 1)
);
create index audit_object on audit (object);
revoke update, delete on audit from ${app};

-- The audit as a chain: each row's hash covers the one before, so that a row changed or removed behind the application's
-- back shows (audit_verify). The last hash is written to the service's log every hour: who shortens the chain must also
-- change the logs, which are kept elsewhere.
create table audit_chain (
    position  bigint primary key,
    audit_seq bigint not null unique,
    hash      bytea not null
);
revoke insert, update, delete on audit_chain from ${app};

-- No time zone, no setting of the session and no added column changes what is hashed.
create function audit_hash(before bytea, entry audit) returns bytea language sql stable as $$
    select sha256(before || convert_to(jsonb_build_array(
        entry.seq, (extract(epoch from entry.at) * 1000000)::bigint, entry.actor, entry.agency, entry.roles,
        entry.action, entry.object, entry.result, entry.reason, entry.request_id, entry.occurrences)::text, 'UTF8'))
$$;

-- Runs at the very end of the transaction: the lock that keeps the chain in one line is held for the commit only and
-- cannot wait for a row. Each statement sees what others committed meanwhile (read committed, the default).
create function audit_link() returns trigger language plpgsql security definer set search_path from current as $$
begin
    perform pg_advisory_xact_lock(hashtext('audit_chain'));
    insert into audit_chain
    select coalesce(last.position, 0) + 1, new.seq, audit_hash(coalesce(last.hash, ''::bytea), new)
      from (select) one left join (select position, hash from audit_chain order by position desc limit 1) last on true;
    return null;
end $$;
create constraint trigger audit_link after insert on audit
    deferrable initially deferred for each row execute function audit_link();

-- Every place where audit and chain do not fit: nothing when nobody touched them.
create function audit_verify() returns table (chain_position bigint, problem text) language sql stable as $$
    with linked as (
        select c.position, c.hash, a as entry,
               lag(c.position, 1, 0::bigint) over line as previous, lag(c.hash, 1, ''::bytea) over line as before
          from audit_chain c left join audit a on a.seq = c.audit_seq
        window line as (order by c.position))
    select position, case when (entry).seq is null then 'the audit row was removed'
                          when previous <> position - 1 then 'the link before it was removed'
                          else 'the audit row or the link before it was changed' end
      from linked
     where (entry).seq is null or previous <> position - 1 or hash <> audit_hash(before, entry)
    union all
    select null, 'audit row ' || seq || ' is not in the chain' from audit
     where seq not in (select audit_seq from audit_chain)
$$;
