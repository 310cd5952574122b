-- Reviews that others published, as their markup told them. A row stays as it came in: a changed review is a new row, which replaces it.
create table imported_reviews (
    id           integer primary key autoincrement,
    url          text not null,
    same_key     text not null,
    title        text,
    publisher    text,
    site         text not null,
    claim        text not null,
    claimant     text,
    claim_date   text,
    reviewed_at  text,
    changed_at   text,
    language     text,
    rating       text,
    rating_value real,
    best_rating  real,
    worst_rating real,
    normalised   text not null check (
        normalised in ('true', 'mostly_true', 'mixed', 'mostly_false', 'false', 'unproven', 'other')),
    appearances  text,
    markup       text not null,
    feed_url     text,
    replaces     integer references imported_reviews (id),
    current      integer not null,
    created_by   text not null,
    created_at   text not null
) strict;

create unique index imported_reviews_once on imported_reviews (same_key) where current;
create unique index imported_reviews_replaced on imported_reviews (replaces) where replaces is not null;
create index imported_reviews_by_site on imported_reviews (site, id);
create index imported_reviews_by_rating on imported_reviews (normalised, id);
create index imported_reviews_by_language on imported_reviews (language, id);
create index imported_reviews_by_date on imported_reviews (reviewed_at, id);

create virtual table imported_review_words using fts5 (
    title, text, name, note, content = '', contentless_delete = 1, tokenize = 'ascii');

-- Other formats are imported too: the program knows which.
create table new_imports (
    id           integer primary key autoincrement,
    format       text not null,
    state        text not null check (state in ('queued', 'running', 'done', 'failed', 'refused')),
    dry_run      integer not null,
    atomic       integer not null,
    mapping      text,
    raw_formulas integer not null default 0,
    file         text not null,
    bytes        integer not null,
    sha256       text not null,
    lines        integer not null default 0,
    made         integer not null default 0,
    unchanged    integer not null default 0,
    refused      integer not null default 0,
    noted        integer not null default 0,
    line         integer,
    problem      text,
    created_by   text not null,
    created_at   text not null,
    ended_at     text
) strict;

insert into new_imports select * from imports;

create table new_import_rows (
    id          integer primary key autoincrement,
    import_id   integer not null references new_imports (id) on delete cascade,
    line        integer not null,
    outcome     text not null check (outcome in ('refused', 'noted')),
    column_name text,
    field       text,
    problem     text not null
) strict;

insert into new_import_rows select * from import_rows;

drop table import_rows;
drop table imports;
alter table new_imports rename to imports;
alter table new_import_rows rename to import_rows;

create index imports_to_do on imports (id) where state in ('queued', 'running');
create index import_rows_by_import on import_rows (import_id, id);
