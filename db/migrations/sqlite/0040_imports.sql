-- Files that were handed in, and how far each has come: what is done is written in the transaction of the rows.
create table imports (
    id           integer primary key autoincrement,
    format       text not null check (format in ('archive', 'csv', 'jsonl', 'claimreview')),
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

create index imports_to_do on imports (id) where state in ('queued', 'running');

-- What was wrong with a row, or what of it was left out.
create table import_rows (
    id          integer primary key autoincrement,
    import_id   integer not null references imports (id) on delete cascade,
    line        integer not null,
    outcome     text not null check (outcome in ('refused', 'noted')),
    column_name text,
    field       text,
    problem     text not null
) strict;

create index import_rows_by_import on import_rows (import_id, id);

-- A verdict that was made elsewhere, and who made it there.
alter table verdicts add column origin text check (origin = 'imported');
alter table verdicts add column origin_author text;

-- A row that is imported again finds its claim by its words.
create index claims_by_text on claims (substr(text_key, 1, 200));
