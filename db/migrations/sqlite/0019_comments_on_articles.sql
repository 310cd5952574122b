-- A comment can be on an article. SQLite changes no check of a table: the table is made anew, and gives out no id a second time. The
-- mentions are kept aside, because they go with the comments of the old table.
create temp table kept_mentions as select comment_id, user_id from comment_mentions;

create table new_comments (
    id           integer primary key autoincrement,
    claim_id     integer references claims (id) on delete cascade,
    evidence_id  integer references evidence (id) on delete cascade,
    sentence_id  integer references sentences (id) on delete cascade,
    verdict_id   integer references verdicts (id) on delete cascade,
    reply_to     integer references new_comments (id),
    author       text not null,
    text         text not null,
    anchor_start integer,
    anchor_end   integer,
    anchor_exact text,
    resolved_by  text,
    resolved_at  text,
    created_at   text not null,
    updated_at   text not null,
    article_id   integer references articles (id) on delete cascade,
    check ((article_id is not null) + (claim_id is not null) + (evidence_id is not null) + (sentence_id is not null)
           + (verdict_id is not null) = 1)
) strict;

insert into sqlite_sequence (name, seq)
select 'new_comments', seq
from sqlite_sequence
where name = 'comments';

insert into new_comments
    (id, claim_id, evidence_id, sentence_id, verdict_id, reply_to, author, text, anchor_start, anchor_end, anchor_exact, resolved_by,
     resolved_at, created_at, updated_at)
select id, claim_id, evidence_id, sentence_id, verdict_id, reply_to, author, text, anchor_start, anchor_end, anchor_exact, resolved_by,
    resolved_at, created_at, updated_at
from comments
order by id;

drop table comments;
alter table new_comments rename to comments;

insert into comment_mentions (comment_id, user_id)
select comment_id, user_id
from kept_mentions
order by comment_id, user_id;

drop table kept_mentions;

create index comments_by_claim on comments (claim_id, id);
create index comments_by_evidence on comments (evidence_id, id);
create index comments_by_sentence on comments (sentence_id, id);
create index comments_by_verdict on comments (verdict_id, id);
create index comments_by_author on comments (author, id);
create index comments_by_reply on comments (reply_to);
create index comments_by_article on comments (article_id, id);
