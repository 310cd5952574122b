-- Articles and sources have fields of the desk's own too, and a name is unique among those of one kind. SQLite changes no check of a
-- table: the table is made anew, and gives out no id a second time. The values of claims are kept aside, because they refer to it.
create temp table kept_values as select claim_id, field_id, ordinal, value, value_key from claim_fields;

drop table claim_fields;

create table new_fields (
    id         integer primary key autoincrement,
    subject    text not null check (subject in ('claim', 'article', 'source')),
    name       text not null,
    name_key   text not null,
    type       text not null check (type in ('text', 'choice', 'choices', 'number', 'date', 'url', 'bool')),
    choices    text,
    required   integer not null default 0,
    created_by text not null,
    created_at text not null,
    updated_at text not null,
    unique (subject, name_key)
) strict;

insert into sqlite_sequence (name, seq)
select 'new_fields', seq
from sqlite_sequence
where name = 'fields';

insert into new_fields (id, subject, name, name_key, type, choices, required, created_by, created_at, updated_at)
select id, subject, name, name_key, type, choices, required, created_by, created_at, updated_at
from fields
order by id;

drop table fields;
alter table new_fields rename to fields;

create table claim_fields (
    claim_id  integer not null references claims (id) on delete cascade,
    field_id  integer not null references fields (id),
    ordinal   integer not null,
    value     text not null,
    value_key text not null,
    primary key (claim_id, field_id, ordinal)
) strict;

insert into claim_fields (claim_id, field_id, ordinal, value, value_key)
select claim_id, field_id, ordinal, value, value_key
from kept_values
order by claim_id, field_id, ordinal;

drop table kept_values;

create index claim_fields_by_value on claim_fields (field_id, value_key, claim_id);

create table article_fields (
    article_id integer not null references articles (id) on delete cascade,
    field_id   integer not null references fields (id),
    ordinal    integer not null,
    value      text not null,
    value_key  text not null,
    primary key (article_id, field_id, ordinal)
) strict;

create index article_fields_by_value on article_fields (field_id, value_key, article_id);

create table source_fields (
    source_id integer not null references sources (id) on delete cascade,
    field_id  integer not null references fields (id),
    ordinal   integer not null,
    value     text not null,
    value_key text not null,
    primary key (source_id, field_id, ordinal)
) strict;

create index source_fields_by_value on source_fields (field_id, value_key, source_id);

-- Evidence is found by its words: those that are shown outside the desk, and the note of the desk for itself. The service fills them in
-- for older records at its start, because SQL does not fold texts as it does.
alter table evidence add column words_key text;
alter table evidence add column note_key text;
create index evidence_without_words on evidence (id) where words_key is null;
