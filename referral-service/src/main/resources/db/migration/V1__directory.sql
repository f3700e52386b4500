-- The referral directory: who runs which desk, and what each desk takes. Public facts, no personal data.
create table agency (
    code        text primary key,
    name_ja     text not null,
    name_en     text not null,
    public_body boolean not null,
    -- Its cases live in intake-service; nobody else hands a person over for it.
    hands_over_by_intake boolean not null,
    version     bigint not null check (version >= 1)
);

create table desk (
    code    text primary key,
    agency  text not null references agency (code),
    -- The entry as it was imported or edited; read and checked as a whole.
    entry   text not null check (entry is json object),
    version bigint not null check (version >= 1)
);

-- Tells every instance that the copy in its memory is old (DirectoryCopy).
create function directory_changed() returns trigger language plpgsql as $$
begin
    perform pg_notify('directory', '');
    return null;
end $$;
create trigger directory_changed after insert or update or delete or truncate on agency
    for each statement execute function directory_changed();
create trigger directory_changed after insert or update or delete or truncate on desk
    for each statement execute function directory_changed();
