create table sources (
    id               integer primary key autoincrement,
    url              text,
    url_key          text unique,
    title            text,
    title_key        text not null,
    author           text,
    publisher        text,
    published_on     text,
    medium           text not null check (medium in ('web_text', 'web_table', 'pdf', 'image', 'video', 'audio', 'dataset',
                                                     'interview', 'metadata', 'other')),
    kind             text not null check (kind in ('primary', 'official', 'secondary', 'expert', 'dataset', 'interview')),
    reliability_note text,
    confidential     integer not null default 0,
    created_by       text not null,
    created_at       text not null,
    updated_at       text not null
) strict;

create table evidence (
    id                integer primary key autoincrement,
    source_id         integer not null references sources (id),
    excerpt           text not null,
    locator_page      text,
    locator_timestamp text,
    locator_section   text,
    locator_cell      text,
    note              text,
    created_by        text not null,
    created_at        text not null,
    updated_at        text not null
) strict;

create index evidence_by_source on evidence (source_id, id);

-- set_number is the evidence set (FEVER): members of a set are needed together, sets are alternatives.
create table claim_evidence (
    claim_id    integer not null references claims (id) on delete cascade,
    evidence_id integer not null references evidence (id) on delete cascade,
    stance      text not null check (stance in ('supports', 'partially_supports', 'refutes', 'context', 'irrelevant')),
    set_number  integer,
    note        text,
    question    text,
    answer_type text,
    created_at  text not null,
    primary key (claim_id, evidence_id)
) strict;

create index claim_evidence_by_evidence on claim_evidence (evidence_id, claim_id);
