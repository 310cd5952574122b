-- Fields of the desk's own, and the values that claims have. A list of choices has a row for each.
create table fields (
    id         integer primary key autoincrement,
    subject    text not null check (subject in ('claim')),
    name       text not null,
    name_key   text not null unique,
    type       text not null check (type in ('text', 'choice', 'choices', 'number', 'date', 'url', 'bool')),
    choices    text,
    required   integer not null default 0,
    created_by text not null,
    created_at text not null,
    updated_at text not null
) strict;

create table claim_fields (
    claim_id  integer not null references claims (id) on delete cascade,
    field_id  integer not null references fields (id),
    ordinal   integer not null,
    value     text not null,
    value_key text not null,
    primary key (claim_id, field_id, ordinal)
) strict;

create index claim_fields_by_value on claim_fields (field_id, value_key, claim_id);
