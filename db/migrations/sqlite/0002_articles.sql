create table articles (
    id           integer primary key autoincrement,
    version      integer not null,
    url          text,
    url_key      text unique,
    title        text,
    title_key    text not null,
    byline       text,
    publisher    text,
    published_on text,
    language     text not null,
    kind         text not null check (kind in ('draft', 'published')),
    external_app text,
    external_id  text,
    deadline     text,
    created_by   text not null,
    created_at   text not null,
    updated_at   text not null,
    unique (external_app, external_id)
) strict;

-- A version is never changed: its text is what every offset counts in.
create table article_versions (
    article_id  integer not null references articles (id),
    version     integer not null,
    text        text not null,
    text_sha256 text not null,
    created_by  text not null,
    created_at  text not null,
    primary key (article_id, version)
) strict;

create index article_versions_by_text on article_versions (text_sha256);

create table blocks (
    article_id   integer not null,
    version      integer not null,
    ordinal      integer not null,
    type         text not null check (type in ('title', 'byline', 'dateline', 'paragraph', 'quote', 'caption', 'credit',
                                               'image', 'bio', 'disclaimer', 'navigation', 'footer')),
    start_offset integer not null,
    end_offset   integer not null,
    primary key (article_id, version, ordinal),
    foreign key (article_id, version) references article_versions (article_id, version)
) strict;

-- A sentence keeps its id while its words stand; where it stands in a version is in sentence_positions.
create table sentences (
    id               integer primary key autoincrement,
    article_id       integer not null references articles (id),
    text             text not null,
    score            real not null,
    score_components text not null,
    triage           text not null default 'open' check (triage in ('open', 'not_checkable', 'skipped')),
    triage_reason    text
) strict;

create index sentences_by_article on sentences (article_id, id);

create table sentence_positions (
    article_id    integer not null,
    version       integer not null,
    ordinal       integer not null,
    sentence_id   integer not null references sentences (id),
    block_ordinal integer not null,
    start_offset  integer not null,
    end_offset    integer not null,
    prefix        text not null,
    suffix        text not null,
    primary key (article_id, version, ordinal),
    unique (sentence_id, version),
    foreign key (article_id, version, block_ordinal) references blocks (article_id, version, ordinal)
) strict;
