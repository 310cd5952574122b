-- When the words of a thing were erased, as the law may demand; null where they were not.
alter table articles add column erased_at timestamptz;
alter table sources add column erased_at timestamptz;
alter table evidence add column erased_at timestamptz;
alter table comments add column erased_at timestamptz;
