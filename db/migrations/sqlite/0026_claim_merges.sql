-- A claim that became one with another. Its address leads to its successor, and what went over can go back: moved says what it was.
create table claim_merges (
    id           integer primary key autoincrement,
    claim_id     integer not null unique references claims (id),
    into_id      integer not null references claims (id),
    successor_id integer not null references claims (id),
    reason       text not null,
    moved        text not null,
    merged_by    text not null,
    merged_at    text not null
) strict;

create index claim_merges_by_into on claim_merges (into_id, id);
create index claim_merges_by_successor on claim_merges (successor_id, claim_id);

-- A verdict keeps the claim that it judged, and counts for the claim that this one has become.
alter table verdicts add column current_claim_id integer references claims (id);
update verdicts set current_claim_id = claim_id;

drop index verdicts_house;
drop index verdicts_by_claim;
create unique index verdicts_house on verdicts (current_claim_id) where house;
create index verdicts_by_claim on verdicts (current_claim_id, state, rating_id, supersedes);

drop view sentence_states;
drop view sentence_blockers;
drop view claim_states;

create view claim_states as
select
    c.id as claim_id,
    case
        when exists (select 1 from verdicts v where v.current_claim_id = c.id and v.state = 'published' and v.supersedes is not null)
            then 'corrected'
        when exists (select 1 from verdicts v where v.current_claim_id = c.id and v.state = 'published') then 'published'
        when exists (select 1 from verdicts v where v.current_claim_id = c.id and v.state in ('in_review', 'approved')) then 'in_review'
        when exists (select 1 from verdicts v where v.current_claim_id = c.id and v.state = 'retracted') then 'retracted'
        when exists (select 1 from verdicts v where v.current_claim_id = c.id) then 'researching'
        when exists (select 1 from claim_evidence e where e.claim_id = c.id) then 'researching'
        when c.assignee is not null then 'assigned'
        else 'open'
    end as status,
    (select count(*) from claim_evidence e where e.claim_id = c.id) as evidence_count,
    (select v.id from verdicts v where v.current_claim_id = c.id and v.state not in ('superseded', 'retracted')
     order by v.house desc, v.number desc, v.id desc limit 1) as verdict_id,
    (select count(distinct v.rating_id) from verdicts v where v.current_claim_id = c.id and v.state = 'published') > 1 as disputed
from claims c
where not exists (select 1 from claim_merges m where m.claim_id = c.id);

create view sentence_blockers as
select
    s.article_id,
    s.id as sentence_id,
    p.start_offset,
    l.claim_id,
    case
        when e.edit then 'edited'
        when l.claim_id is null then 'open'
        when p.sentence_id is null and l.outcome is null then 'orphaned'
        when v.id is not null then 'needs_change'
        when exists (select 1 from claim_states c where c.claim_id = l.claim_id and c.status = 'retracted') then 'retracted'
        else 'no_verdict'
    end as kind,
    r.name as rating
from sentences s
join newest_layouts a on a.article_id = s.article_id
left join sentence_positions p on p.sentence_id = s.id and p.layout = a.layout and p.gone_in is null
left join sentence_claims l on l.sentence_id = s.id
left join verdicts v on v.current_claim_id = l.claim_id and v.house
left join ratings r on r.id = v.rating_id
cross join (select false as edit union all select true) e
where case
    when e.edit then p.sentence_id is not null and l.needs_recheck
    when l.claim_id is null then p.sentence_id is not null and s.triage = 'open'
    else v.id is null or (l.outcome is null and (p.sentence_id is null or r.needs_change))
end;

create view sentence_states as
select
    s.id as sentence_id,
    case
        when not exists (
            select 1
            from newest_layouts a
            join sentence_positions p on p.sentence_id = s.id and p.layout = a.layout and p.gone_in is null
            where a.article_id = s.article_id)
            then 'orphaned'
        when not exists (select 1 from sentence_claims l where l.sentence_id = s.id) then s.triage
        else case (select max(b.kind <> 'no_verdict') from sentence_blockers b where b.sentence_id = s.id)
            when true then 'needs_attention'
            when false then 'claimed'
            else 'cleared'
        end
    end as state
from sentences s;
