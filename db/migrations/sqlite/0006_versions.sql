-- What became of the sentences of the version before: one line a pair. No `from`: inserted; no `to`: deleted.
create table sentence_lineage (
    id            integer primary key autoincrement,
    article_id    integer not null,
    version       integer not null,
    from_sentence integer references sentences (id),
    to_sentence   integer references sentences (id),
    kind          text not null check (kind in ('edited', 'split', 'merged', 'inserted', 'deleted')),
    foreign key (article_id, version) references article_versions (article_id, version)
) strict;

create index sentence_lineage_by_version on sentence_lineage (article_id, version, id);
create index sentence_lineage_by_from on sentence_lineage (from_sentence);
create index sentence_lineage_by_to on sentence_lineage (to_sentence);

drop view sentence_states;

-- Where a sentence stands follows from its claims; without any it is as the fact-checker triaged it. One whose words are gone from
-- the newest version is orphaned, whatever it was.
create view sentence_states as
select
    s.id as sentence_id,
    case
        when not exists (
            select 1
            from articles a
            join sentence_positions p on p.sentence_id = s.id and p.version = a.version
            where a.id = s.article_id)
            then 'orphaned'
        when not exists (select 1 from sentence_claims l where l.sentence_id = s.id) then s.triage
        when exists (
            select 1
            from sentence_claims l
            left join verdicts v on v.claim_id = l.claim_id and v.house
            left join ratings r on r.id = v.rating_id
            where l.sentence_id = s.id
                and (l.needs_recheck or r.needs_change
                     or exists (select 1 from claim_states c where c.claim_id = l.claim_id and c.status = 'retracted')))
            then 'needs_attention'
        when exists (
            select 1
            from sentence_claims l
            left join verdicts v on v.claim_id = l.claim_id and v.house
            where l.sentence_id = s.id and v.id is null)
            then 'claimed'
        else 'cleared'
    end as state
from sentences s;
