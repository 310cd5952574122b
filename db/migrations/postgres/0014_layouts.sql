-- A split or a merge by hand leaves the text of an article and its blocks as they are. Its version goes on with the layout of the one
-- before: it has no text of its own, and only the positions that are new. A position stands from its version until gone_in.
alter table article_versions add column layout integer;

-- All that the view asks of a version, without the text in its row.
create index article_versions_by_layout on article_versions (article_id, version, layout);

drop view sentence_states;
drop view sentence_blockers;

alter table sentence_positions add column layout integer;
alter table sentence_positions add column gone_in integer;
update sentence_positions set layout = version;
alter table sentence_positions
    alter column layout set not null,
    drop constraint sentence_positions_pkey,
    drop constraint sentence_positions_sentence_id_version_key,
    drop constraint sentence_positions_article_id_version_block_ordinal_fkey,
    add primary key (article_id, layout, start_offset, version),
    add unique (sentence_id, layout),
    add foreign key (article_id, layout, block_ordinal) references blocks (article_id, version, ordinal);

create index sentence_positions_later on sentence_positions (article_id, layout, version, start_offset) where version > layout;
create index sentence_positions_gone on sentence_positions (article_id, gone_in, start_offset) where gone_in is not null;

-- The sentences of every version. A position has the ordinal that it began with: those that came later before it move it on, and those
-- that went move it back.
create view version_sentences as
select
    v.article_id,
    v.version,
    (p.ordinal
        + (select count(*)
           from sentence_positions n
           where n.article_id = v.article_id
               and n.layout = p.layout
               and n.version > n.layout
               and n.version > p.version
               and n.version <= v.version
               and n.start_offset < p.start_offset)
        - (select count(*)
           from sentence_positions g
           where g.article_id = v.article_id
               and g.gone_in > p.version
               and g.gone_in <= v.version
               and g.start_offset < p.start_offset))::integer as ordinal,
    p.sentence_id,
    p.layout,
    p.block_ordinal,
    p.start_offset,
    p.end_offset,
    p.prefix,
    p.suffix
from article_versions v
join sentence_positions p
    on p.article_id = v.article_id
    and p.layout = coalesce(v.layout, v.version)
    and p.version <= v.version
    and (p.gone_in is null or p.gone_in > v.version);

-- Where to look for the sentences of the newest version: positions of this layout that have not gone.
create view newest_layouts as
select a.id as article_id, a.version, coalesce(v.layout, v.version) as layout
from articles a
join article_versions v on v.article_id = a.id and v.version = a.version;

-- What blocks the publication of an article, one line a sentence, claim and kind. A sentence that is open, claimed, orphaned with a claim
-- or in need of attention has at least one line, another has none. An edit is a line of its own (e): looking at the sentence again does
-- not settle what is wrong with the claim. A claim whose verdict was retracted has no house verdict.
create view sentence_blockers as
select
    s.article_id,
    s.id as sentence_id,
    p.start_offset,
    l.claim_id,
    case
        when e.edit then 'edited'
        when l.claim_id is null then 'open'
        when p.sentence_id is null then 'orphaned'
        when v.id is not null then 'needs_change'
        when (select c.status from claim_states c where c.claim_id = l.claim_id) = 'retracted' then 'retracted'
        else 'no_verdict'
    end as kind,
    r.name as rating
from sentences s
join newest_layouts a on a.article_id = s.article_id
left join sentence_positions p on p.sentence_id = s.id and p.layout = a.layout and p.gone_in is null
left join sentence_claims l on l.sentence_id = s.id
left join verdicts v on v.claim_id = l.claim_id and v.house
left join ratings r on r.id = v.rating_id
cross join (values (false), (true)) e (edit)
where case
    when e.edit then p.sentence_id is not null and l.needs_recheck
    when l.claim_id is null then p.sentence_id is not null and s.triage = 'open'
    else p.sentence_id is null or v.id is null or r.needs_change
end;

-- The state of a sentence follows from what blocks it; without a claim it is as the fact-checker triaged it. A sentence whose words are
-- gone from the newest version is orphaned, whatever it was. The lateral parts are read once a sentence, by its key, and planned once;
-- the second is passed over where there is no claim. The layout is no join: with one more, a query that reads a version would exceed
-- join_collapse_limit (8), and the planner would work out the state of every sentence first.
create view sentence_states as
select
    s.id as sentence_id,
    case
        when p.sentence_id is null then 'orphaned'
        when l.claims = 0 then s.triage
        when b.needs_attention then 'needs_attention'
        when not b.needs_attention then 'claimed'
        else 'cleared'
    end as state
from sentences s
left join sentence_positions p
    on p.sentence_id = s.id
    and p.layout = (select a.layout from newest_layouts a where a.article_id = s.article_id)
    and p.gone_in is null
cross join lateral (select count(*) as claims from sentence_claims l where l.sentence_id = s.id) l
cross join lateral (
    select bool_or(b.kind <> 'no_verdict') as needs_attention
    from sentence_blockers b
    where l.claims > 0 and b.sentence_id = s.id) b;
