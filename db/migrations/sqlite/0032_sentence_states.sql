-- The state of a sentence in one look at its claims. It says the same as what sentence_blockers has of the sentence, without the lines
-- that tell a reader what to do: to work the state out from those took SQLite more than twice as long.
drop view sentence_states;
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
        else case (
            select max(case
                when l.needs_recheck or (l.outcome is null and r.needs_change) or (v.id is null and c.status = 'retracted') then 2
                when v.id is null then 1
                else 0
            end)
            from sentence_claims l
            join claims c on c.id = l.claim_id
            left join verdicts v on v.current_claim_id = l.claim_id and v.house
            left join ratings r on r.id = v.rating_id
            where l.sentence_id = s.id)
            when 2 then 'needs_attention'
            when 1 then 'claimed'
            when 0 then 'cleared'
            else s.triage
        end
    end as state
from sentences s;
