create table rating_scales (
    id         integer primary key autoincrement,
    name       text not null,
    name_key   text not null unique,
    worst      real,
    best       real,
    is_default integer not null default 0,
    created_at text not null
) strict;

create unique index rating_scales_default on rating_scales (is_default) where is_default;

-- needs_change: a sentence with such a verdict is not cleared. needs_evidence: no such verdict without evidence.
create table ratings (
    id             integer primary key autoincrement,
    scale_id       integer not null references rating_scales (id),
    ordinal        integer not null,
    name           text not null,
    name_key       text not null,
    value          real,
    colour         text,
    definition     text,
    needs_change   integer not null,
    needs_evidence integer not null,
    unique (scale_id, ordinal),
    unique (scale_id, name_key)
) strict;

create table verdicts (
    id                     integer primary key autoincrement,
    claim_id               integer not null references claims (id),
    number                 integer not null,
    rating_id              integer not null references ratings (id),
    justification          text not null,
    state                  text not null check (state in ('draft', 'in_review', 'approved', 'published', 'superseded', 'retracted')),
    author                 text not null,
    reviewer               text,
    valid_as_of            text,
    review_due             text,
    house                  integer not null default 0,
    supersedes             integer references verdicts (id),
    correction_kind        text,
    correction_reason      text,
    correction_public_text text,
    review_url             text,
    review_title           text,
    created_at             text not null,
    updated_at             text not null,
    published_at           text,
    unique (claim_id, number)
) strict;

create unique index verdicts_house on verdicts (claim_id) where house;

-- Without it the states below would be looked up through verdicts_by_state: every published verdict for each claim.
create index verdicts_by_claim on verdicts (claim_id, state, rating_id, supersedes);
create index verdicts_by_state on verdicts (state, id);
create index verdicts_by_publication on verdicts (published_at, id);
create index verdicts_by_supersession on verdicts (supersedes);
create index verdicts_by_rating on verdicts (rating_id, id);

-- What a verdict rests on, as it stood when it was cited: a later edit of the evidence changes no verdict.
create table verdict_evidence (
    verdict_id  integer not null references verdicts (id) on delete cascade,
    ordinal     integer not null,
    evidence_id integer not null references evidence (id),
    source_id   integer not null references sources (id),
    source_url  text,
    cited       text not null,
    primary key (verdict_id, ordinal),
    unique (verdict_id, evidence_id)
) strict;

create index verdict_evidence_by_evidence on verdict_evidence (evidence_id, verdict_id);

-- Where a claim stands follows from its verdicts and evidence; no feature has to keep it.
create view claim_states as
select
    c.id as claim_id,
    case
        when exists (select 1 from verdicts v where v.claim_id = c.id and v.state = 'published' and v.supersedes is not null)
            then 'corrected'
        when exists (select 1 from verdicts v where v.claim_id = c.id and v.state = 'published') then 'published'
        when exists (select 1 from verdicts v where v.claim_id = c.id and v.state in ('in_review', 'approved')) then 'in_review'
        when exists (select 1 from verdicts v where v.claim_id = c.id and v.state = 'retracted') then 'retracted'
        when exists (select 1 from verdicts v where v.claim_id = c.id) then 'researching'
        when exists (select 1 from claim_evidence e where e.claim_id = c.id) then 'researching'
        when c.assignee is not null then 'assigned'
        else 'open'
    end as status,
    (select count(*) from claim_evidence e where e.claim_id = c.id) as evidence_count,
    (select v.id from verdicts v where v.claim_id = c.id and v.state not in ('superseded', 'retracted')
     order by v.house desc, v.number desc limit 1) as verdict_id,
    (select count(distinct v.rating_id) from verdicts v where v.claim_id = c.id and v.state = 'published') > 1 as disputed
from claims c;

-- Where a sentence stands follows from its claims; without any it is as the fact-checker triaged it.
create view sentence_states as
select
    s.id as sentence_id,
    case
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

insert into rating_scales (id, name, name_key, worst, best, is_default, created_at)
values (1, 'Truth', 'truth', 1, 5, 1, '2026-01-01T00:00:00.000000Z');

insert into ratings (scale_id, ordinal, name, name_key, value, colour, definition, needs_change, needs_evidence)
values
    (1, 1, 'False', 'false', 1, '#b2182b', 'The evidence contradicts the claim.', 1, 1),
    (1, 2, 'Mostly false', 'mostly false', 2, '#ef8a62', 'It holds a grain of truth, and leaves out what would give another impression.', 1, 1),
    (1, 3, 'Half true', 'half true', 3, '#fddbc7', 'It is partly right, and leaves out or mixes up what matters.', 1, 1),
    (1, 4, 'Mostly true', 'mostly true', 4, '#67a9cf', 'It is right, and needs to be made clearer or more exact.', 1, 1),
    (1, 5, 'True', 'true', 5, '#2166ac', 'The evidence supports the claim, and nothing that matters is left out.', 0, 1),
    (1, 6, 'Unproven', 'unproven', null, '#878787', 'No evidence that would settle it could be found.', 1, 0);
