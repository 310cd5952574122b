-- A line whose claim was rated so that it needs a change is settled by an outcome: it was mended, or the editor lets it stand. A later
-- edit of the words carries the link without it. first_sentence is the sentence that the link was made on, before any edit.
alter table sentence_claims add column first_sentence integer references sentences (id);
alter table sentence_claims add column outcome text check (outcome in ('changed', 'stands'));
alter table sentence_claims add column outcome_note text;
alter table sentence_claims add column outcome_by text;
alter table sentence_claims add column outcome_at text;

-- Links that ended after their words were edited or taken out: what the desk found stays on the list of the article.
create table former_links (
    id             integer primary key autoincrement,
    sentence_id    integer not null references sentences (id),
    claim_id       integer not null references claims (id) on delete cascade,
    first_sentence integer references sentences (id),
    role           text not null check (role in ('asserts', 'repeats', 'denies')),
    outcome        text check (outcome in ('changed', 'stands')),
    outcome_note   text,
    outcome_by     text,
    outcome_at     text,
    created_at     text not null,
    ended_at       text not null
) strict;

create index former_links_by_claim on former_links (claim_id, sentence_id);
create index former_links_by_sentence on former_links (sentence_id, id);

drop view sentence_states;
drop view sentence_blockers;

-- What blocks the publication of an article, one line a sentence, claim and kind. A sentence that is open, claimed, orphaned with a claim
-- or in need of attention has at least one line, another has none. An edit is a line of its own (e): looking at the sentence again does
-- not settle what is wrong with the claim. A claim whose verdict was retracted has no house verdict. An outcome settles a rating that asks
-- for a change, and a sentence that was taken out.
--
-- One select, no union: SQLite carries the condition of a reader into a select, but not into a union that is asked once a sentence.
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
left join verdicts v on v.claim_id = l.claim_id and v.house
left join ratings r on r.id = v.rating_id
cross join (select false as edit union all select true) e
where case
    when e.edit then p.sentence_id is not null and l.needs_recheck
    when l.claim_id is null then p.sentence_id is not null and s.triage = 'open'
    else v.id is null or (l.outcome is null and (p.sentence_id is null or r.needs_change))
end;

-- The state of a sentence follows from what blocks it; without a claim it is as the fact-checker triaged it. A sentence whose words are
-- gone from the newest version is orphaned, whatever it was.
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
