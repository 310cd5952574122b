-- Who handed it in for review: the one who approves it is another. When it ended: superseded or retracted.
alter table verdicts add column submitted_by text;
alter table verdicts add column retraction_reason text;
alter table verdicts add column ended_at text;

-- A verdict is corrected once: what corrects it is corrected after that.
drop index verdicts_by_supersession;
create unique index verdicts_by_supersession on verdicts (supersedes) where supersedes is not null;

create index verdicts_by_review on verdicts (review_due, id) where review_due is not null;

-- From when to when a verdict spoke for the desk, so that one can ask what stood at an instant.
create table house_verdicts (
    id         integer primary key autoincrement,
    verdict_id integer not null references verdicts (id),
    since      text not null,
    until      text
) strict;

create index house_verdicts_by_verdict on house_verdicts (verdict_id, id);

insert into house_verdicts (verdict_id, since)
select id, published_at
from verdicts
where house
order by id;

-- A comment is on one thing, and goes with it.
create table comments (
    id           integer primary key autoincrement,
    claim_id     integer references claims (id) on delete cascade,
    evidence_id  integer references evidence (id) on delete cascade,
    sentence_id  integer references sentences (id) on delete cascade,
    verdict_id   integer references verdicts (id) on delete cascade,
    reply_to     integer references comments (id),
    author       text not null,
    text         text not null,
    anchor_start integer,
    anchor_end   integer,
    anchor_exact text,
    resolved_by  text,
    resolved_at  text,
    created_at   text not null,
    updated_at   text not null,
    check ((claim_id is not null) + (evidence_id is not null) + (sentence_id is not null) + (verdict_id is not null) = 1)
) strict;

create index comments_by_claim on comments (claim_id, id);
create index comments_by_evidence on comments (evidence_id, id);
create index comments_by_sentence on comments (sentence_id, id);
create index comments_by_verdict on comments (verdict_id, id);
create index comments_by_author on comments (author, id);
create index comments_by_reply on comments (reply_to);

create table comment_mentions (
    comment_id integer not null references comments (id) on delete cascade,
    user_id    integer not null references users (id),
    primary key (comment_id, user_id)
) strict;

create index comment_mentions_by_user on comment_mentions (user_id, comment_id);
