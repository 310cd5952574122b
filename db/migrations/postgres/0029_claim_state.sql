-- What claim_states works out, kept on the claim by the writer with each event about it; null once the claim was merged into another.
-- The view stays the definition, and verify holds both against each other.
alter table claims add column status text collate "C";
alter table claims add column evidence_count bigint;
alter table claims add column verdict_id bigint;
alter table claims add column disputed boolean;

update claims
set (status, evidence_count, verdict_id, disputed) = (
    select s.status, s.evidence_count, s.verdict_id, s.disputed
    from claim_states s
    where s.claim_id = claims.id);

create index claims_by_status on claims (status, id);

create or replace view sentence_blockers as
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
        when (select c.status from claims c where c.id = l.claim_id) = 'retracted' then 'retracted'
        else 'no_verdict'
    end as kind,
    r.name as rating
from sentences s
join newest_layouts a on a.article_id = s.article_id
left join sentence_positions p on p.sentence_id = s.id and p.layout = a.layout and p.gone_in is null
left join sentence_claims l on l.sentence_id = s.id
left join verdicts v on v.current_claim_id = l.claim_id and v.house
left join ratings r on r.id = v.rating_id
cross join (values (false), (true)) e (edit)
where case
    when e.edit then p.sentence_id is not null and l.needs_recheck
    when l.claim_id is null then p.sentence_id is not null and s.triage = 'open'
    else v.id is null or (l.outcome is null and (p.sentence_id is null or r.needs_change))
end;
