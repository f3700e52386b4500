-- Topics of the council. What a state needs is required by the state itself.
create table topic (
    id                uuid primary key,
    version           bigint      not null,
    title             text        not null check (char_length(title) between 1 and 120),
    body              text        not null check (char_length(body) between 1 and 10000),
    proposer_agency   text        not null,
    proposed_at       timestamptz not null,
    status            text        not null,
    since             timestamptz not null,
    meeting_on        date,
    note              text,
    visibility        text        not null check (visibility in ('internal', 'members', 'observers', 'public')),
    embargo_until     timestamptz,
    published_at      timestamptz,
    announced         boolean     not null,
    -- When readers were last refused what was published, and when a corrected text took its place.
    taken_down_reason text,
    taken_down_by     text,
    taken_down_at     timestamptz,
    restored_at       timestamptz,
    -- Accounts that had a hand in what is to be published; another one publishes it.
    text_by           text        not null,
    note_by           text,
    note_approved     boolean     not null,
    requested_visibility text     check (requested_visibility in ('members', 'observers', 'public')),
    requested_embargo timestamptz,
    requested_by      text,
    requested_at      timestamptz,
    -- A text that is to take the place of the published one; another account publishes it.
    correction_title  text        check (char_length(correction_title) between 1 and 120),
    correction_body   text        check (char_length(correction_body) between 1 and 10000),
    correction_note   text,
    correction_reason text        check (char_length(correction_reason) between 1 and 500),
    correction_by     text,
    correction_at     timestamptz,
    changed_by_agency text        not null,
    changed_at        timestamptz not null,
    constraint topic_state check (case status
        when 'proposed'     then meeting_on is null and note is null
        when 'adopted'      then meeting_on is null and note is null
        when 'scheduled'    then meeting_on is not null and note is null
        when 'discussed'    then meeting_on is not null and note is null
        when 'decided'      then meeting_on is not null and note is not null
        when 'carried-over' then meeting_on is not null and note is not null
        when 'closed'       then meeting_on is not null and note is not null
        when 'declined'     then meeting_on is null and note is not null
        when 'withdrawn'    then meeting_on is null and note is not null
        else false end),
    constraint topic_publication check ((visibility = 'internal') = (published_at is null)),
    constraint topic_request check (
        (requested_visibility is null) = (requested_by is null)
        and (requested_visibility is null) = (requested_at is null)
        and (requested_visibility is not null or requested_embargo is null)),
    constraint topic_announcement check (not announced or published_at is not null),
    constraint topic_take_down check (
        num_nulls(taken_down_reason, taken_down_by, taken_down_at) in (0, 3)
        and (taken_down_at is null or published_at is not null)
        and (restored_at is null or taken_down_at is not null)),
    constraint topic_correction check (
        num_nulls(correction_title, correction_body, correction_reason, correction_by, correction_at) in (0, 5)
        and (correction_note is null or correction_at is not null)
        and (correction_at is null or published_at is not null))
);
create index topic_unannounced on topic (embargo_until) where not announced and embargo_until is not null;

-- What was published, word for word, by whom it was written, asked for and approved. Only ever added to.
create table topic_approval (
    id            uuid primary key,
    topic         uuid        not null references topic,
    topic_version bigint      not null,
    title         text        not null,
    body          text        not null,
    note          text,
    -- What was wrong with the text before; null for what is no correction.
    reason        text,
    visibility    text        not null check (visibility in ('members', 'observers', 'public')),
    embargo_until timestamptz,
    text_by       text        not null,
    note_by       text,
    requested_by  text        not null,
    requested_at  timestamptz not null,
    approved_by   text        not null check (approved_by not in (text_by, requested_by)
                                              and approved_by is distinct from note_by),
    approved_at   timestamptz not null,
    acknowledged  text        not null,
    unique (topic, topic_version)
);
revoke update, delete on topic_approval from ${app};

-- Versions of the routing guide, which says which desk a case goes to. One proposal waits at a time.
create table routing_guide (
    id                uuid primary key,
    version           bigint      not null,
    number            integer     not null unique check (number >= 1),
    topic_id          uuid        not null references topic,
    text              text        not null check (char_length(text) between 1 and 100000),
    effective_from    date        not null,
    proposed_by       text        not null,
    proposed_at       timestamptz not null,
    status            text        not null,
    decided_by        text,
    decided_at        timestamptz,
    reason            text        check (char_length(reason) between 1 and 500),
    changed_by_agency text        not null,
    constraint routing_guide_state check (case status
        when 'proposed'  then num_nulls(decided_by, decided_at, reason) = 3
        when 'adopted'   then num_nulls(decided_by, decided_at) = 0 and reason is null and decided_by <> proposed_by
        when 'withdrawn' then num_nulls(decided_by, decided_at, reason) = 0
        else false end)
);
create unique index routing_guide_one_proposal on routing_guide (status) where status = 'proposed';

-- What was proposed is adopted as it was read (@Column(updatable = false) in RoutingGuideRow), and what was adopted or
-- withdrawn stays as it is.
revoke update, delete on routing_guide from ${app};
grant update (version, status, decided_by, decided_at, reason, changed_by_agency) on routing_guide to ${app};
create function routing_guide_stays() returns trigger language plpgsql as $$
begin
    raise exception 'version % of the routing guide is %', old.number, old.status;
end $$;
create trigger routing_guide_stays before update on routing_guide
    for each row when (old.status <> 'proposed') execute function routing_guide_stays();

-- Seats at the council, with history. Not the desks that receive people.
create table seat (
    id           uuid primary key,
    version      bigint  not null,
    organisation text    not null,
    name_ja      text    not null,
    name_en      text    not null,
    role         text    not null check (role in ('member', 'observer', 'secretariat', 'guest')),
    agency       text,
    held_from    date    not null,
    held_to      date    check (held_to >= held_from),
    confidence   integer not null check (confidence between 0 and 100),
    source       text    not null,
    as_of        date    not null,
    unique (organisation, role, held_from)
);

-- What is counted: one row per consultation or referral with codes only, moved along by its events.
create table counted_consultation (
    id        uuid primary key,
    month     date    not null,
    urgency   text    not null,
    status    text    not null,
    -- Whether a counsellor answered or closed it; one that was handed over has a referral instead.
    looked_at boolean not null,
    sequence  bigint  not null
);
create index counted_consultation_month on counted_consultation (month);

create table counted_category (
    consultation uuid not null references counted_consultation,
    category     text not null,
    primary key (consultation, category)
);

create table counted_referral (
    id           uuid primary key,
    -- Intake's consultation; null when the origin keeps references of its own.
    consultation uuid,
    month        date   not null,
    desk         text   not null,
    status       text   not null,
    sequence     bigint not null
);
create index counted_referral_consultation on counted_referral (consultation);
create index counted_referral_month on counted_referral (month);

create table counted_desk (
    code     text primary key,
    agency   text   not null,
    name_ja  text   not null,
    name_en  text   not null,
    sequence bigint not null
);

-- The rounded figures of a month as they were published, once and for ever.
create table statistics_edition (
    month        date primary key check (extract(day from month) = 1),
    published_at timestamptz not null,
    tallies      text        not null
);
revoke update, delete on statistics_edition from ${app};
