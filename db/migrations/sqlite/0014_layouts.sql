-- A split or a merge by hand leaves the text of an article and its blocks as they are. Its version goes on with the layout of the one
-- before: it has no text of its own, and only the positions that are new. A position stands from its version until gone_in.
alter table article_versions add column layout integer;

-- All that the view asks of a version, without the text in its row.
create index article_versions_by_layout on article_versions (article_id, version, layout);

drop view sentence_states;
drop view sentence_blockers;

alter table sentence_positions rename to old_positions;

create table sentence_positions (
    article_id    integer not null,
    version       integer not null,
    ordinal       integer not null,
    sentence_id   integer not null references sentences (id),
    block_ordinal integer not null,
    start_offset  integer not null,
    end_offset    integer not null,
    prefix        text not null,
    suffix        text not null,
    layout        integer not null,
    gone_in       integer,
    primary key (article_id, layout, start_offset, version),
    unique (sentence_id, layout),
    foreign key (article_id, layout, block_ordinal) references blocks (article_id, version, ordinal)
) strict;

insert into sentence_positions
    (article_id, version, ordinal, sentence_id, block_ordinal, start_offset, end_offset, prefix, suffix, layout)
select article_id, version, ordinal, sentence_id, block_ordinal, start_offset, end_offset, prefix, suffix, version
from old_positions
order by article_id, version, ordinal;

drop table old_positions;

create index sentence_positions_later on sentence_positions (article_id, layout, version, start_offset) where version > layout;
create index sentence_positions_gone on sentence_positions (article_id, gone_in, start_offset) where gone_in is not null;

-- The sentences of every version. A position has the ordinal that it began with: those that came later before it move it on, and those
-- that went move it back.
create view version_sentences as
select
    v.article_id,
    v.version,
    p.ordinal
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
               and g.start_offset < p.start_offset) as ordinal,
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
        when p.sentence_id is null then 'orphaned'
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
    else p.sentence_id is null or v.id is null or r.needs_change
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
