-- What consulters tell us. Every bytea column but the fingerprints is sealed with the consultation's own data key
-- (record id and field name as associated data): destroying data_key erases the person.

create table consultation (
    id               uuid primary key,
    version          bigint      not null,
    owner_agency     text        not null,
    receipt_number   text        not null unique,
    code_fingerprint bytea       not null unique,
    data_key         bytea       not null,
    status           text        not null,
    assignee         text        not null,
    return_desk      text,
    return_reason    text,
    return_suggested text,
    queue_rank       smallint    not null,
    -- When the person last told something, and whether nobody who works on it has looked at it since.
    told_at          timestamptz not null,
    unseen           boolean     not null,
    -- By when the person should have heard from us; null while it waits for somebody else.
    due_at           timestamptz,
    -- The end of the first period of the law that presses; far away for none, so that it can be an order.
    deadline_on      date        not null,
    -- On which day its periods are counted again, null for never; and by which edition they were counted.
    recount_on       date,
    counted_by       text        not null,
    -- What was told, or what somebody decided instead; told_wish and told_categories stay as they were told.
    wish             text        not null,
    told_wish        text        not null,
    consulter_type   text        not null,
    respondent_side  boolean     not null,
    age_band         text        not null,
    categories       text[]      not null,
    told_categories  text[]      not null,
    danger           text        not null,
    prefecture       bytea       not null,
    urgency          text        not null,
    -- Ids of the rules that said so; which words led to them is sealed.
    urgency_reasons  text[]      not null,
    urgency_decided  boolean     not null default false,
    answers_weighed  boolean     not null default false,
    assessment       bytea       not null,
    narrative        bytea       not null,
    call_name        bytea       not null,
    contact          bytea       not null,
    received_at      timestamptz not null,
    changed_at       timestamptz not null,
    changed_by       text        not null,
    constraint consultation_status check (status in
        ('received', 'in-progress', 'advised', 'referred', 'returned', 'closed')),
    constraint consultation_assigned check (status = 'received' or assignee <> '' or status = 'returned'),
    constraint consultation_returned check ((status = 'returned') = (return_reason is not null)),
    constraint consultation_return_desk check ((return_reason is null) = (return_desk is null)),
    constraint consultation_urgency check (urgency in ('emergency', 'high', 'normal', 'low'))
);

-- The queue, in its order; the respondents' side is another list.
create index consultation_queue on consultation
    (owner_agency, respondent_side, queue_rank, deadline_on, received_at, id);
create index consultation_by_status on consultation
    (owner_agency, respondent_side, status, queue_rank, deadline_on, received_at, id);

create index consultation_recount on consultation (recount_on) where recount_on is not null;
create index consultation_counted_by on consultation (counted_by);

-- What was done with it, one row per version after the first: the timeline of the case page.
create table consultation_step (
    consultation_id uuid        not null references consultation,
    version         bigint      not null,
    action          text        not null,
    by_id           text        not null,
    by_name         text        not null,
    -- To whom it gave the case.
    to_id           text,
    to_name         text,
    at              timestamptz not null,
    primary key (consultation_id, version)
);
-- By what name a counsellor is known.
create index consultation_step_by on consultation_step (by_id, at);

-- When each counsellor looked at it last: what the person told after that is new to that counsellor.
create table reading (
    consultation_id uuid        not null references consultation,
    reader          text        not null,
    at              timestamptz not null,
    primary key (consultation_id, reader)
);

-- Lists of the queue that a counsellor keeps: a tab and filters, no word that was searched for. The name is sealed.
create table saved_view (
    id       uuid primary key,
    agency   text        not null,
    owner    text        not null,
    name     bytea       not null,
    address  text        not null,
    saved_at timestamptz not null
);
create index saved_view_of on saved_view (agency, owner, saved_at);

-- What a case can be found by beside its number: keyed hashes of its URLs, their hosts and the call name (decision 0044).
create table search_term (
    consultation_id uuid  not null references consultation on delete cascade,
    term            bytea not null,
    primary key (term, consultation_id)
);

-- The places that it is about, sealed as they were typed, in the order in which they were named.
create table target (
    id              uuid primary key,
    consultation_id uuid        not null references consultation,
    position        integer     not null check (position >= 0),
    url             bytea       not null,
    named_by        text        not null,                   -- empty for the consulter
    named_at        timestamptz not null,
    unique (consultation_id, position)
);

-- Days from which periods of the law run, as somebody noted them; the last one about an event and a place counts.
create table starting_day (
    id              uuid primary key,
    consultation_id uuid        not null references consultation,
    target_id       uuid references target,                 -- null for the whole case
    event           text        not null,
    day             date,                                   -- null when it did not happen after all
    recorded_by     text        not null,                   -- empty for the consulter
    recorded_at     timestamptz not null
);
create index starting_day_of on starting_day (consultation_id, recorded_at);

-- What a last day was counted to be; a later row says that a changed rule or holiday moved it.
create table counted_deadline (
    id              uuid primary key,
    consultation_id uuid        not null references consultation,
    period          text        not null,
    begins          date        not null,
    last_day        date        not null,
    counted_at      timestamptz not null
);
create index counted_deadline_of on counted_deadline (consultation_id, counted_at);

-- By which edition of rules and holidays deadlines are counted, and when the instance was started that brought it: one row.
create table deadline_edition (
    single  boolean     primary key default true check (single),
    edition text        not null,
    started timestamptz not null
);

-- What a provider was asked about a place, by the consulter and never by us.
create table provider_request (
    id              uuid primary key,
    consultation_id uuid        not null references consultation,
    target_id       uuid        not null references target,
    form            text        not null,
    asked_on        date        not null,
    recorded_by     text        not null,                   -- empty for the consulter
    recorded_at     timestamptz not null
);
create index provider_request_of on provider_request (consultation_id, asked_on);
create index provider_request_about on provider_request (target_id);

-- What came of it; the last one counts. The reason is sealed.
create table provider_answer (
    id              uuid primary key,
    consultation_id uuid        not null references consultation,
    request_id      uuid        not null references provider_request,
    result          text        not null,
    answered_on     date        not null,
    reason          bytea       not null,
    recorded_by     text        not null,                   -- empty for the consulter
    recorded_at     timestamptz not null,
    constraint provider_answer_result check (result in
        ('removed', 'partly-removed', 'refused', 'extended', 'disclosed', 'no-answer', 'entered-in-error'))
);
create index provider_answer_of on provider_answer (consultation_id, recorded_at);
create index provider_answer_to on provider_answer (request_id);

-- What is kept of a letter to a provider: sealed, and without who anybody is. The consulter and the counsellors have one each.
create table letter_draft (
    target_id       uuid        not null references target,
    form            text        not null,
    by_consulter    boolean     not null,
    consultation_id uuid        not null references consultation,
    fields          bytea       not null,
    saved_by        text        not null,
    saved_at        timestamptz not null,
    version         bigint      not null,
    primary key (target_id, form, by_consulter)
);

-- Answers and what the consulter writes back.
create table message (
    id              uuid primary key,
    consultation_id uuid        not null references consultation,
    author          text        not null,
    desk            text,                                   -- whose words a counsellor passed on
    from_consulter  boolean     not null,
    body            bytea       not null,
    at              timestamptz not null
);
create index message_of on message (consultation_id, at, id);

-- What counsellors write down among themselves; apart from messages, so that none of it can reach a mailbox.
create table note (
    id              uuid primary key,
    consultation_id uuid        not null references consultation,
    author_id       text        not null,
    author          text        not null,
    body            bytea       not null,
    at              timestamptz not null
);
create index note_of on note (consultation_id, at);

-- What a counsellor decided about an answer of triage, and which rules had suggested the same or something else. The
-- reason is sealed.
create table triage_decision (
    consultation_id uuid        not null references consultation,
    case_version    bigint      not null,
    question        text        not null,
    suggested       text[]      not null,
    decided         text[]      not null,
    confirmed_rules text[]      not null,
    corrected_rules text[]      not null,
    rule_set        text        not null,
    reason          bytea,
    by_id           text        not null,
    by_name         text        not null,
    at              timestamptz not null,
    primary key (consultation_id, case_version)
);

-- A hand-over that nobody may do alone, as it was asked for (sealed), and what a second account decided on it.
create table approval (
    id                uuid primary key,
    consultation_id   uuid        not null references consultation,
    case_version      bigint      not null,
    target_desk       text        not null,
    ground            text        not null,
    content           bytea       not null,
    requested_by      text        not null,
    requested_by_name text        not null,
    requested_at      timestamptz not null
);
create index approval_of on approval (consultation_id, requested_at);
create table approval_decision (
    approval_id  uuid primary key references approval,
    verdict      text        not null,
    reason       bytea       not null,
    decided_by   text        not null,
    decided_role text        not null,
    decided_at   timestamptz not null,
    constraint approval_verdict check (verdict in ('approved', 'declined'))
);

-- What a consulter was asked and said, per recipient and field. An answer, and a yes that is taken back, is a row of
-- its own about the row before it: one question has one answer, one yes is taken back once.
create table consent (
    id              uuid primary key,
    consultation_id uuid        not null references consultation,
    purpose         text        not null,
    recipient       text        not null,
    fields          text[]      not null,
    text_version    text        not null,
    wording_languages text[]    not null,
    wordings        text[]      not null,
    decision        text        not null,
    how             text        not null,
    recorded_at     timestamptz not null,
    decided_at      timestamptz,
    recorded_by     text        not null,
    about_id        uuid unique references consent,
    approval_id     uuid references approval,
    constraint consent_decision check (decision in ('asked', 'given', 'refused', 'withdrawn')),
    constraint consent_wordings check (cardinality(wording_languages) = cardinality(wordings)),
    constraint consent_decided check ((decision = 'asked') = (decided_at is null)),
    constraint consent_no_is_about check (decision not in ('refused', 'withdrawn') or about_id is not null)
);
create index consent_of on consent (consultation_id, recorded_at);

-- A ground other than consent (Act on the Protection of Personal Information, Article 27(1)): why, and who approved it.
create table legal_ground (
    id              uuid primary key,
    consultation_id uuid        not null references consultation,
    recipient       text        not null,
    kind            text        not null,
    reason          bytea       not null,
    approval_id     uuid        not null references approval,
    recorded_by     text        not null,
    recorded_at     timestamptz not null
);

-- What referral-service tells about the hand-overs of our cases.
create table referral (
    id               uuid primary key,
    consultation_id  uuid        not null references consultation,
    target_desk      text        not null,
    -- How it reaches the desk, as it was when it was asked for; null when it did not start on our pages.
    mode             text,
    status           text        not null,
    reference_number text,
    version          bigint      not null,
    carried          boolean     not null,
    open             boolean     not null,
    -- Why somebody of ours has to look at it: the marks of the queue.
    attention        text,
    reason_code      text,
    suggested_desk   text,
    outcome_codes    text[]      not null,
    disclosed_fields text[]      not null,
    basis_kind       text,
    basis_record     uuid,
    summary          bytea,
    requested_by     text        not null,
    requested_by_name text       not null,
    requested_at     timestamptz not null,
    due              timestamptz,
    changed_at       timestamptz not null
);
create index referral_of on referral (consultation_id, requested_at);
create unique index referral_one_open on referral (consultation_id, target_desk) where open;
create index referral_attention on referral (consultation_id) where attention is not null;

-- What was said with each step of a hand-over, sealed with the key of the case.
create table referral_entry (
    referral_id     uuid        not null references referral,
    version         bigint      not null,
    consultation_id uuid        not null references consultation,
    step            text        not null,
    by_origin       boolean     not null,
    by_name         text        not null,
    words           bytea,
    for_consulter   boolean     not null,
    channel         text,
    at              timestamptz not null,
    passed_on       timestamptz,
    primary key (referral_id, version),
    constraint entry_passed_on check (passed_on is null or for_consulter)
);
create index referral_entry_of on referral_entry (consultation_id);

-- The public directory entry of every desk, as referral-service announces it.
create table desk (
    code                    text primary key,
    version                 bigint  not null,
    agency                  text    not null,
    name_ja                 text    not null,
    name_en                 text    not null,
    accepting               boolean not null,
    mode                    text    not null,
    scope_ja                text,
    refuses_ja              text,
    hours_ja                text,
    phone                   text,
    refused_consulter_types text[]  not null,
    required_fields         text[]  not null,
    refused_fields          text[]  not null,
    accepted_age_bands      text[]  not null,
    -- What each of its contacts helps with and when somebody answers there: JSON.
    contacts                text    not null
);

-- Services that carry posts, and how each takes a request for removal; the whole entry as JSON.
create table provider (
    code         text   primary key,
    entry        text   not null,
    confirmed_by text,
    confirmed_on date,
    version      bigint not null,
    check (num_nulls(confirmed_by, confirmed_on) in (0, 2))
);

-- Every version of an entry, and who made it.
create table provider_change (
    code       text        not null references provider,
    version    bigint      not null,
    kind       text        not null,
    entry      text        not null,
    changed_by text        not null,
    changed_at timestamptz not null,
    primary key (code, version),
    constraint provider_change_kind check (kind in ('imported', 'edited', 'confirmed'))
);
revoke update, delete on provider_change from ${app};

-- When a supervisor was reminded of entries that nobody has confirmed.
create table provider_reminder (
    agency  text        not null,
    account text        not null,
    sent_at timestamptz not null,
    primary key (agency, account)
);

-- Versions of the routing guide that the council adopted, word for word. One that this release cannot follow is refused as
-- a whole, and says where and why; a later release may take it.
create table routing_guide (
    number         integer     primary key check (number >= 1),
    id             uuid        not null unique,
    topic_id       uuid        not null,
    effective_from date        not null,
    adopted_at     timestamptz not null,
    text           text        not null,
    received_at    timestamptz not null,
    refused_line   integer     check (refused_line >= 1),
    refused_reason text,
    check (num_nulls(refused_line, refused_reason) in (0, 2))
);

-- Which rules of triage were in force, from when on.
create table rule_set_change (
    in_force_from timestamptz primary key,
    version       text        not null,
    guide         integer     not null
);
revoke update, delete on rule_set_change from ${app};

-- Who works at the desk of an agency, as the last sign-in named them. The mail address is sealed with the master key.
create table counsellor (
    agency  text        not null,
    account text        not null,
    name    text        not null,
    role    text        not null,
    mail    bytea,
    seen_at timestamptz not null,
    primary key (agency, account),
    constraint counsellor_role check (role in ('counsellor', 'supervisor'))
);

-- A consulter reading the mailbox: a hash of the browser's session id, never the id.
create table mailbox_session (
    id_hash         bytea primary key,
    consultation_id uuid        not null references consultation,
    opened_at       timestamptz not null,
    last_used_at    timestamptz not null
);
create index mailbox_session_age on mailbox_session (last_used_at);

-- "There is news" mails: due, or sent. One with an account is for a counsellor and stays until they look, so that there
-- is never a second one about what they have not read: news for who works on the case, an emergency for supervisors
-- too. One without is for the consulter.
create table notification (
    event_id        text primary key,
    consultation_id uuid        not null references consultation,
    account         text,
    emergency       boolean     not null default false,
    due_at          timestamptz not null,
    attempts        integer     not null,
    sent_at         timestamptz,
    constraint notification_of_holder unique (consultation_id, account, emergency)
);
create index notification_due on notification (due_at) where sent_at is null;

revoke update on search_term, saved_view from ${app};

-- Records of what happened: the application adds and reads them, and can neither change nor remove one.
revoke update, delete on consultation_step, target, starting_day, counted_deadline, provider_request, provider_answer,
    message, note, triage_decision, consent, legal_ground, approval, approval_decision from ${app};

revoke update, delete on referral_entry from ${app};
grant update (passed_on) on referral_entry to ${app};

-- What a person told, when, and under which number and code never changes (@Column(updatable = false) in ConsultationRow).
revoke update on consultation from ${app};
do $$
begin
    execute 'grant update (' || (
        select string_agg(column_name, ', ') from information_schema.columns
        where table_schema = current_schema() and table_name = 'consultation' and column_name not in (
            'id', 'owner_agency', 'receipt_number', 'code_fingerprint', 'narrative', 'told_wish', 'told_categories',
            'received_at'))
        || ') on consultation to ${app}';
end $$;

-- Row level security: behind the application's own checks, the database too shows a consultation to its agency only, and
-- to the consulter whose code was given. Forced, so that the owner role is no way around it.
alter table consultation enable row level security, force row level security;
create policy by_agency on consultation using (
    acting_agency() = '*' or owner_agency = acting_agency() or id = opened_record());
alter table saved_view enable row level security, force row level security;
create policy by_agency on saved_view using (acting_agency() = '*' or agency = acting_agency());

-- What a stranger may ask about all consultations: which one a code opens, and whether a receipt number is taken. Only
-- inside are all of them open; an error ends the transaction and the setting with it.
create function consultation_of_code(fingerprint bytea) returns uuid language plpgsql as $$
declare
    before text := coalesce(acting_agency(), '');
    found uuid;
begin
    perform set_config('tsunagi.agency', '*', true);
    select id into found from consultation where code_fingerprint = fingerprint;
    perform set_config('tsunagi.agency', before, true);
    return found;
end $$;
create function is_receipt_number_taken(number text) returns boolean language plpgsql as $$
declare
    before text := coalesce(acting_agency(), '');
    found boolean;
begin
    perform set_config('tsunagi.agency', '*', true);
    found := exists (select from consultation where receipt_number = number);
    perform set_config('tsunagi.agency', before, true);
    return found;
end $$;

-- What belongs to a consultation is there for whoever may see the consultation.
do $$
declare part text;
begin
    foreach part in array array[
        'consultation_step', 'reading', 'search_term', 'target', 'starting_day', 'counted_deadline', 'provider_request',
        'provider_answer', 'letter_draft', 'message', 'approval', 'consent', 'legal_ground', 'referral', 'referral_entry', 'note',
        'triage_decision', 'notification'] loop
        execute format('alter table %I enable row level security, force row level security', part);
        execute format('create policy by_consultation on %I using (
            acting_agency() = ''*'' or exists (select from consultation c where c.id = consultation_id))', part);
    end loop;
end $$;
alter table counsellor enable row level security, force row level security;
create policy by_agency on counsellor using (acting_agency() = '*' or agency = acting_agency());
alter table provider_reminder enable row level security, force row level security;
create policy by_agency on provider_reminder using (acting_agency() = '*' or agency = acting_agency());
alter table approval_decision enable row level security, force row level security;
create policy by_approval on approval_decision using (
    acting_agency() = '*' or exists (select from approval a where a.id = approval_id));
