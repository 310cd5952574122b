-- A comment can be on an article.
alter table comments add column article_id bigint references articles (id) on delete cascade;
alter table comments drop constraint comments_check;
alter table comments add constraint comments_check check (num_nonnulls(article_id, claim_id, evidence_id, sentence_id, verdict_id) = 1);

create index comments_by_article on comments (article_id, id);
