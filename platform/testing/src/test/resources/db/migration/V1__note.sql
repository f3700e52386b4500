create table note (
    id      text primary key,
    version bigint not null,
    text    text not null
);

-- What was heard of notes: one row for each, as its last event says; and every effect in the order it was applied.
create table heard (
    id       text primary key,
    sequence bigint not null,
    text     text not null
);
create table effect (
    seq      bigint generated always as identity primary key,
    id       text not null,
    sequence bigint not null
);
