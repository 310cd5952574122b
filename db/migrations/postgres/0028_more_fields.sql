-- Articles and sources have fields of the desk's own too, and a name is unique among those of one kind.
alter table fields drop constraint fields_subject_check;
alter table fields add constraint fields_subject_check check (subject in ('claim', 'article', 'source'));
alter table fields drop constraint fields_name_key_key;
alter table fields add constraint fields_subject_name_key_key unique (subject, name_key);

create table article_fields (
    article_id bigint not null references articles (id) on delete cascade,
    field_id   bigint not null references fields (id),
    ordinal    integer not null,
    value      text collate "C" not null,
    value_key  text collate "C" not null,
    primary key (article_id, field_id, ordinal)
);

create index article_fields_by_value on article_fields (field_id, substr(value_key, 1, 200), article_id);

create table source_fields (
    source_id bigint not null references sources (id) on delete cascade,
    field_id  bigint not null references fields (id),
    ordinal   integer not null,
    value     text collate "C" not null,
    value_key text collate "C" not null,
    primary key (source_id, field_id, ordinal)
);

create index source_fields_by_value on source_fields (field_id, substr(value_key, 1, 200), source_id);

-- Evidence is found by its words: those that are shown outside the desk, and the note of the desk for itself. The service fills them in
-- for older records at its start, because SQL does not fold texts as it does.
alter table evidence add column words_key text collate "C";
alter table evidence add column note_key text collate "C";
create index evidence_without_words on evidence (id) where words_key is null;
