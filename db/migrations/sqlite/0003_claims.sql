create table claims (
    id           integer primary key autoincrement,
    text         text not null,
    text_key     text not null,
    headline     text,
    language     text,
    claim_type   text,
    claim_date   text,
    location     text,
    attribution  text not null,
    appearances  text not null,
    priority     integer not null default 0,
    assignee     text,
    external_app text,
    external_id  text,
    created_by   text not null,
    created_at   text not null,
    updated_at   text not null,
    unique (external_app, external_id)
) strict;

create index claims_by_update on claims (updated_at, id);
create index claims_by_priority on claims (priority, id);

create table claim_claimants (
    claim_id  integer not null references claims (id) on delete cascade,
    ordinal   integer not null,
    name      text not null,
    name_key  text not null,
    job_title text,
    same_as   text,
    image_url text,
    primary key (claim_id, ordinal)
) strict;

create index claim_claimants_by_name on claim_claimants (name_key, claim_id);

create table claim_tags (
    claim_id integer not null references claims (id) on delete cascade,
    ordinal  integer not null,
    tag      text not null,
    tag_key  text not null,
    primary key (claim_id, ordinal),
    unique (claim_id, tag_key)
) strict;

create index claim_tags_by_tag on claim_tags (tag_key, claim_id);

-- span_start and span_end count code points from the start of the sentence, so that they hold in every version.
create table sentence_claims (
    sentence_id   integer not null references sentences (id),
    claim_id      integer not null references claims (id) on delete cascade,
    role          text not null check (role in ('asserts', 'repeats', 'denies')),
    span_start    integer,
    span_end      integer,
    needs_recheck integer not null default 0,
    created_at    text not null,
    primary key (sentence_id, claim_id)
) strict;

create index sentence_claims_by_claim on sentence_claims (claim_id, sentence_id);
