-- Sources that the writer of an article named: links, notes, comments. What stood in the version that brought one stays as it was; the
-- sentence that it is about, and the words, move along with edits.
create table citations (
    id             integer primary key autoincrement,
    article_id     integer not null,
    version        integer not null,
    first_sentence integer not null references sentences (id),
    first_start    integer,
    first_end      integer,
    kind           text not null check (kind in ('link', 'footnote', 'endnote', 'comment', 'bracket')),
    url            text,
    text           text not null,
    author         text,
    noted_at       text,
    created_by     text not null,
    created_at     text not null,
    sentence_id    integer not null references sentences (id),
    span_start     integer,
    span_end       integer,
    state          text not null check (state in ('open', 'accepted', 'dismissed')),
    reason         text,
    evidence_id    integer references evidence (id),
    settled_by     text,
    settled_at     text,
    foreign key (article_id, version) references article_versions (article_id, version)
) strict;

create index citations_by_article on citations (article_id, version, id);
create index citations_by_sentence on citations (sentence_id, state);
create index citations_by_first_sentence on citations (first_sentence);
create index citations_by_evidence on citations (evidence_id) where evidence_id is not null;
