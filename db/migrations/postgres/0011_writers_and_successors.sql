-- The authors of a verdict are asked for when it is approved, and the successor of a key when it is rotated. The history is for proof;
-- tables answer questions.
create table verdict_writers (
    verdict_id bigint not null references verdicts (id) on delete cascade,
    name       text collate "C" not null,
    since      timestamptz not null,
    taken_over boolean not null default false,
    primary key (verdict_id, name)
);

-- Taken over from the history: no event vouches for these rows.
insert into verdict_writers (verdict_id, name, since, taken_over)
select
    v.id,
    e.actor,
    min(e.at::timestamptz),
    true
from verdicts v
join events e on e.subject = 'verdict/' || v.id and e.kind in ('verdict.drafted', 'verdict.edited')
group by v.id, e.actor;

-- Keys that were rotated before have none: an event vouches for each key as it was. No reference, since the successor is made later.
alter table api_keys add column replaced_by bigint;
