-- When a sentence is said, in milliseconds of the recording that subtitles are of; and the page that a block of a file begins on.
alter table sentences add column media_start integer;
alter table sentences add column media_end integer;
alter table blocks add column page integer;

-- More types of blocks.
alter table blocks drop constraint blocks_type_check;
alter table blocks add constraint blocks_type_check check (type in (
    'title', 'byline', 'dateline', 'paragraph', 'quote', 'caption', 'credit', 'image', 'bio', 'standfirst', 'heading', 'list_item',
    'table_row', 'code', 'disclaimer', 'navigation', 'footer'));
