-- What was last done about a claim: to it, its links, its evidence, its verdicts and the comments on them. Every event moves it.
alter table claims add column activity_at timestamptz not null default '0001-01-01T00:00:00Z';

update claims
set activity_at = greatest(
    updated_at,
    (select max(l.created_at) from sentence_claims l where l.claim_id = claims.id),
    (
        select max(greatest(l.created_at, e.updated_at))
        from claim_evidence l
        join evidence e on e.id = l.evidence_id
        where l.claim_id = claims.id),
    (select max(v.updated_at) from verdicts v where v.claim_id = claims.id),
    (select max(c.updated_at) from comments c where c.claim_id = claims.id),
    (
        select max(c.updated_at)
        from verdicts v
        join comments c on c.verdict_id = v.id
        where v.claim_id = claims.id),
    (
        select max(c.updated_at)
        from claim_evidence l
        join comments c on c.evidence_id = l.evidence_id
        where l.claim_id = claims.id));

create index claims_by_activity on claims (activity_at, id);
create index claims_by_assignee on claims (assignee, id);

-- Lists show what changed since an instant, in the order of the changes.
create index articles_by_update on articles (updated_at, id);
create index sources_by_update on sources (updated_at, id);
create index evidence_by_update on evidence (updated_at, id);
create index verdicts_by_update on verdicts (updated_at, id);
create index comments_by_update on comments (updated_at, id);

-- And the verdicts of a person.
create index verdicts_by_author on verdicts (author, id);
create index verdicts_by_reviewer on verdicts (reviewer, id);
