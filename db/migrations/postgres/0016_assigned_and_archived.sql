-- An article can be given to somebody, and put away once it is done with. Articles without a deadline come last in the order of deadlines.
alter table articles add column assignee text collate "C";
alter table articles add column archived_at timestamptz;

create index articles_by_assignee on articles (assignee, id);
create index articles_by_deadline on articles (coalesce(deadline, '9999-12-31T23:59:59.999999Z'), id);

-- The name that the desk shows for a user; the history goes on with the other.
alter table users add column display_name text collate "C";
alter table users add column display_name_key text collate "C";
