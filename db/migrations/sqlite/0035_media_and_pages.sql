-- When a sentence is said, in milliseconds of the recording that subtitles are of; and the page that a block of a file begins on.
alter table sentences add column media_start integer;
alter table sentences add column media_end integer;
alter table blocks add column page integer;

-- More types of blocks. SQLite changes no check of a table that others refer to: its text is changed, and read again.
pragma writable_schema = on;
update sqlite_schema
set sql = replace(sql, '''image'', ''bio''', '''image'', ''bio'', ''standfirst'', ''heading'', ''list_item'', ''table_row'', ''code''')
where type = 'table' and name = 'blocks';
pragma writable_schema = reset;
