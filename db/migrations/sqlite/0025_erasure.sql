-- When the words of a thing were erased, as the law may demand; null where they were not.
alter table articles add column erased_at text;
alter table sources add column erased_at text;
alter table evidence add column erased_at text;
alter table comments add column erased_at text;
