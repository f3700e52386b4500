-- Kills the connection of a transaction a few times: when a note is written, or only when it is committed. A sequence
-- counts, because it is not rolled back.
create sequence deaths;

create function die() returns trigger language plpgsql as $$
begin
    if nextval('deaths') % 4 <> 0 then
        perform pg_terminate_backend(pg_backend_pid());
    end if;
    return null;
end $$;

create trigger dies_at_once after insert on note
    for each row when (new.text = 'dies at once') execute function die();

create constraint trigger dies_at_commit after insert on note deferrable initially deferred
    for each row when (new.text = 'dies at commit') execute function die();
