-- One line of the history per change. `hash` chains each line to the one before, so that a change to any of them shows.
create table events (
    seq     integer primary key,
    at      text not null,
    actor   text not null,
    kind    text not null,
    subject text not null,
    body    text not null,
    salt    text not null,
    prev    text not null,
    hash    text not null unique
) strict;

create index events_by_subject on events (subject, seq);

create trigger events_are_never_changed before update on events
begin
    select raise(abort, 'events are append-only');
end;

create trigger events_are_never_deleted before delete on events
begin
    select raise(abort, 'events are append-only');
end;

-- `insert or replace` would walk through the two triggers above.
create trigger events_follow_each_other before insert on events
when new.seq is not (select coalesce(max(seq), 0) + 1 from events)
    or new.prev is not coalesce((select hash from events order by seq desc limit 1), '')
begin
    select raise(abort, 'an event must follow the last one');
end;

create table api_keys (
    id            integer primary key autoincrement,
    name          text not null unique,
    secret_sha256 text not null unique,
    created_at    text not null
) strict;
