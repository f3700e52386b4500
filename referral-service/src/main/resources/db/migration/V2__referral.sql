create sequence referral_count;

-- A referral: its details, its state, and the columns of every state; which are filled is checked per status.
create table referral (
    id                    uuid primary key,
    version               bigint not null check (version >= 1),
    -- What people say on the phone; counted over all agencies, spread so that it tells no count.
    number                text not null unique,
    consultation_ref      text not null,
    kind                  text not null check (kind in ('referral', 'transfer')),
    origin_agency         text not null,
    origin_desk           text not null,
    target_agency         text not null,
    target_desk           text not null,
    categories            text[] not null,
    wish                  text not null,
    consulter_type        text not null,
    age_band              text not null,
    urgency               text not null,
    label                 text not null,
    fields                text[] not null,
    basis_ground          text,
    basis_evidence        text check (basis_evidence in ('signed-by-intake', 'vouched-by-agency')),
    basis_record_id       text,
    basis_text_version    text,
    basis_given_at        timestamptz,
    basis_reason          bytea,
    approved_by           text,
    approved_as           text,
    approved_at           timestamptz,
    requested_by          text not null,
    replaces              uuid,
    based_on              uuid,
    -- Whether the desk is outside the platform, so that the origin carries it there and speaks for the desk.
    carried               boolean not null,
    created_at            timestamptz not null,

    -- Whether the target has ever seen it, and who wants to send a draft that waits for its approval.
    sent                  boolean not null,
    approval_asked_by     text,

    status                text not null,
    business_status       text,
    marks                 text[] not null,
    owner_agency          text not null,
    due                   timestamptz,
    escalations           integer,
    accepted_at           timestamptz,
    accepted_by           text,
    assignee              text,
    contact               text,
    cancel_reason         text,
    cancel_note           bytea,
    return_reason         text,
    return_note           bytea,
    resume_to             text,
    resume_by             date,
    held_by               text,
    reason_code           text,
    note                  bytea,
    suggested_desk        text,
    outcomes              text[],
    visible_to_consulter  boolean,
    closed_at             timestamptz,

    notes_key             bytea not null,
    changed_at            timestamptz not null,

    constraint sent_on_a_ground check (not sent or basis_ground is not null),
    constraint evidence_of_the_ground check ((basis_ground is null) = (basis_evidence is null)),
    constraint sent_without_consent_only_approved check (not sent or basis_ground in ('consent', '69-2-i') or approved_by is not null),
    constraint approved_by_somebody_else check (approved_by is null or lower(approved_by) <> lower(requested_by)),
    constraint approval_whole check ((approved_by is null) = (approved_as is null) and (approved_by is null) = (approved_at is null)),
    constraint approval_awaited check (approval_asked_by is null or (status = 'draft' and basis_ground is not null)),
    constraint sent_or_never check (sent or status in ('draft', 'cancelled')),
    constraint draft check (status <> 'draft' or (due is null and accepted_at is null and closed_at is null)),
    constraint pending check (status not in ('requested', 'received') or (due is not null and accepted_at is null)),
    constraint working check (status not in ('accepted', 'in-progress') or (accepted_at is not null and resume_to is null)),
    constraint on_hold check ((status = 'on-hold') = (resume_to is not null)),
    constraint on_hold_says_why check (status <> 'on-hold' or (reason_code is not null and note is not null)),
    constraint completed check ((status = 'completed') = (outcomes is not null)),
    constraint completed_says_what check (status <> 'completed' or cardinality(outcomes) >= 1),
    constraint refused_says_why check (status not in ('rejected', 'cancelled', 'failed', 'entered-in-error')
                                       or (reason_code is not null and (note is not null or reason_code in ('no-response', 'consent-withdrawn')))),
    constraint closed_at_its_end check ((status in ('completed', 'rejected', 'cancelled', 'failed', 'entered-in-error'))
                                        = (closed_at is not null))
);

-- One open referral per consultation and desk (docs/invariants.md I2). The origin belongs to the key: a clash must not
-- tell an agency that another one knows the same reference.
create unique index one_open_referral on referral (origin_agency, consultation_ref, target_desk)
    where status in ('requested', 'received', 'accepted', 'in-progress', 'on-hold');
create index referral_of_consultation on referral (consultation_ref, target_desk);
create index referral_made_from on referral (based_on) where based_on is not null;
create index referral_in_place_of on referral (replaces) where replaces is not null;
create index referral_inbox on referral (target_agency, created_at desc, id desc) where sent;
create index referral_outbox on referral (origin_agency, created_at desc, id desc);
create index referral_inbox_changes on referral (target_agency, changed_at, id) where sent;
create index referral_outbox_changes on referral (origin_agency, changed_at, id);

-- What happened to a referral, step by step, for both sides; words are sealed.
create table referral_history (
    id               uuid primary key,
    referral_id      uuid not null,
    referral_version bigint not null,
    command          text not null,
    actor            text not null,
    actor_name       text not null,
    agency           text not null,
    status           text not null,
    business_status  text,
    reason_code      text,
    words            bytea,
    audience         text not null,
    at               timestamptz not null
);
create index history_of_referral on referral_history (referral_id, referral_version);

-- What was disclosed, sealed under a key of its own; without the key it is noise, and only the tombstone is left.
create table disclosed_data (
    referral_id uuid primary key,
    version     bigint not null,
    data_key    bytea,
    summary     bytea,
    narrative   bytea,
    urls        bytea,
    call_name   bytea,
    contact     bytea,
    purged_at   timestamptz,
    constraint purged check ((data_key is null) = (purged_at is not null)),
    constraint purged_whole check (purged_at is null
        or coalesce(summary, narrative, urls, call_name, contact) is null)
);

-- The record of provision (提供記録): who gave what to whom, on which ground, when. Written once, never changed.
create table disclosure_record (
    id            uuid primary key,
    referral_id   uuid not null,
    origin_agency text not null,
    origin_desk   text not null,
    target_agency text not null,
    target_desk   text not null,
    fields        text[] not null,
    content_hash  bytea not null,
    ground        text not null,
    evidence      text not null,
    basis         bytea not null,
    basis_key     bytea not null,
    record_due    boolean not null,
    label         text not null,
    disclosed_by  text not null,
    at            timestamptz not null
);
create index disclosure_of_referral on disclosure_record (referral_id);
revoke update, delete on disclosure_record from ${app};
revoke update, delete on referral_history from ${app};

-- What a second account answered when an agency wanted to disclose without consent. Written once, never changed.
create table approval (
    id          uuid primary key,
    referral_id uuid not null,
    decision    text not null check (decision in ('approved', 'declined')),
    account     text not null,
    account_name text not null,
    role        text not null,
    reason_key  bytea not null,
    reason      bytea not null,
    at          timestamptz not null
);
create index approval_of_referral on approval (referral_id);
revoke update, delete on approval from ${app};

-- What intake signed when it handed somebody over, so that anybody can verify it later.
create table signed_handover (
    referral_id uuid primary key,
    statement   text not null,
    at          timestamptz not null
);
revoke update, delete on signed_handover from ${app};

-- Consents that were taken back, as intake signed it: a hand-over on one of them that arrives later is not delivered.
create table withdrawn_consent (
    id              uuid primary key,
    consent_id      uuid not null,
    consultation_id uuid not null,
    target_desk     text not null,
    withdrawn_at    timestamptz not null,
    statement       text not null,
    unique (consultation_id, target_desk, consent_id)
);
revoke update, delete on withdrawn_consent from ${app};

-- How a referral reached its desk, or in whose hands it waits to be carried there.
create table delivery (
    id          uuid primary key,
    referral_id uuid not null,
    mode        text not null,
    state       text not null check (state in ('delivered', 'to-carry')),
    owner       text not null,
    reason      text,
    channel     text check (channel in ('by-phone', 'in-person', 'sent', 'by-the-person')),
    at          timestamptz not null,
    constraint waiting_says_why check (state = 'delivered' or reason is not null)
);
create index delivery_of_referral on delivery (referral_id);

-- Row level security: behind the application's own checks, the database too shows a referral to its two agencies only,
-- and what was never sent to its origin only. Forced, so that the owner role is no way around it.
alter table referral enable row level security, force row level security;
create policy by_agency on referral using (
    acting_agency() = '*' or origin_agency = acting_agency() or (target_agency = acting_agency() and sent));
-- Only a draft is ever removed, by the agency that wrote it.
create policy drafts_only on referral as restrictive for delete using (
    acting_agency() = '*' or (origin_agency = acting_agency() and not sent));

-- What belongs to a referral is there for whoever may see the referral.
do $$
declare part text;
begin
    foreach part in array array['referral_history', 'disclosed_data', 'disclosure_record', 'delivery'] loop
        execute format('alter table %I enable row level security, force row level security', part);
        execute format('create policy by_referral on %I using (
            acting_agency() = ''*'' or exists (select from referral r where r.id = referral_id))', part);
    end loop;
end $$;
-- Nobody writes history in the name of another agency, and nothing that was disclosed or delivered is ever a row less.
create policy own_name on referral_history as restrictive for insert with check (
    acting_agency() = '*' or agency = acting_agency());
revoke delete on disclosed_data, delivery from ${app};

-- Who handed whose case over to whom, and when, never changes (@Column(updatable = false) in ReferralDetailsRow).
revoke update on referral from ${app};
do $$
begin
    execute 'grant update (' || (
        select string_agg(column_name, ', ') from information_schema.columns
        where table_schema = current_schema() and table_name = 'referral' and column_name not in (
            'id', 'number', 'consultation_ref', 'origin_agency', 'origin_desk', 'target_agency', 'target_desk', 'requested_by',
            'replaces', 'based_on', 'created_at')) || ') on referral to ${app}';
end $$;
alter table approval enable row level security, force row level security;
create policy by_origin on approval using (
    acting_agency() = '*'
    or exists (select from referral r where r.id = referral_id and r.origin_agency = acting_agency()));

-- What intake signed is written and read by the service itself.
alter table signed_handover enable row level security, force row level security;
create policy by_service on signed_handover using (acting_agency() = '*');
alter table withdrawn_consent enable row level security, force row level security;
create policy by_service on withdrawn_consent using (acting_agency() = '*');
