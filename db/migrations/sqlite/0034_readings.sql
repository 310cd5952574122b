-- How the text of a version was read, and the number of its blocks that were set apart and that nobody has looked at.
alter table article_versions add column reading text;
alter table articles add column set_apart integer not null default 0;
