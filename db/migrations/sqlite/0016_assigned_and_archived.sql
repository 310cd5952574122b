-- An article can be given to somebody, and put away once it is done with. Articles without a deadline come last in the order of deadlines.
alter table articles add column assignee text;
alter table articles add column archived_at text;

create index articles_by_assignee on articles (assignee, id);
create index articles_by_deadline on articles (coalesce(deadline, '9999-12-31T23:59:59.999999Z'), id);

-- A sentence that is deleted is looked for in every column that can name it.
create index sentence_claims_by_first on sentence_claims (first_sentence) where first_sentence is not null;
create index former_links_by_first on former_links (first_sentence) where first_sentence is not null;

-- The name that the desk shows for a user; the history goes on with the other.
alter table users add column display_name text;
alter table users add column display_name_key text;
