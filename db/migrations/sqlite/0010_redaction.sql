-- An event that was erased by law keeps the hash of what it said, so that the chain still holds; null where it follows from salt and body.
alter table events add column body_sha256 text;

-- The one change that an event may undergo: its body and salt are blanked, once, after the history has said so.
drop trigger events_are_never_changed;

create trigger events_are_never_changed before update on events
when old.body_sha256 is not null
    or new.body is not ''
    or new.salt is not ''
    or length(new.body_sha256) is not 64
    or new.seq is not old.seq
    or new.at is not old.at
    or new.actor is not old.actor
    or new.kind is not old.kind
    or new.subject is not old.subject
    or new.prev is not old.prev
    or new.hash is not old.hash
    or not exists (
        select 1
        from events r
        where r.subject = 'event/' || old.seq and r.kind = 'event.redacted' and r.seq > old.seq)
begin
    select raise(abort, 'events are append-only');
end;

-- What happened to the links and the verdicts of a claim stands under other subjects.
create index events_by_claim on events (
    case when body <> '' then coalesce(body ->> '$.after.claimId', body ->> '$.before.claimId') end, seq);
