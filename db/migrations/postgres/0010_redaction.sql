-- An event that was erased by law keeps the hash of what it said, so that the chain still holds; null where it follows from salt and body.
alter table events add column body_sha256 text collate "C";

-- The one change that an event may undergo: its body and salt are blanked, once, after the history has said so.
create or replace function refuse_to_change_events() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' then
        if old.body_sha256 is null
            and new.body = ''
            and new.salt = ''
            and length(new.body_sha256) = 64
            and new.seq = old.seq
            and new.at = old.at
            and new.actor = old.actor
            and new.kind = old.kind
            and new.subject = old.subject
            and new.prev = old.prev
            and new.hash = old.hash
            and exists (
                select 1
                from events r
                where r.subject = 'event/' || old.seq and r.kind = 'event.redacted' and r.seq > old.seq) then
            return new;
        end if;
    end if;
    raise exception 'events are append-only';
end $$;

-- What happened to the links and the verdicts of a claim stands under other subjects.
create index events_by_claim on events (
    (case when body <> '' then coalesce(body::jsonb #>> '{after,claimId}', body::jsonb #>> '{before,claimId}')::bigint end), seq);
