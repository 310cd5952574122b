-- When the desk read a source, and where a copy of it is kept in case the source is changed or taken down.
alter table sources add column accessed_on text;
alter table sources add column archived_url text;
