-- An article is no source for its own claims: a source and an article with the same url_key are one page. Whatever could break this
-- rule asks here.
create view own_sources as
select c.id as claim_id, s.id as source_id, a.id as article_id
from articles a
join sources s on s.url_key = a.url_key
join claims c on exists (
    select 1
    from sentence_claims l
    join sentences t on t.id = l.sentence_id
    where l.claim_id = c.id and t.article_id = a.id);
