-- A source without an address that is imported again is found by its title. (For "url_key is null" SQLite would take the unique index of
-- url_key, which holds all of them together.)
create index sources_by_title on sources (substr(title_key, 1, 200)) where coalesce(url_key, '') = '';
