CREATE TABLE "api_keys" (
    id            integer primary key autoincrement,
    user_id       integer not null references users (id),
    label         text not null,
    secret_sha256 text not null unique,
    created_by    text not null,
    created_at    text not null,
    expires_at    text,
    last_used_on  text,
    revoked_at    text
, replaced_by integer) strict;
CREATE TABLE article_fields (
    article_id integer not null references articles (id) on delete cascade,
    field_id   integer not null references fields (id),
    ordinal    integer not null,
    value      text not null,
    value_key  text not null,
    primary key (article_id, field_id, ordinal)
) strict;
CREATE TABLE article_versions (
    article_id  integer not null references articles (id),
    version     integer not null,
    text        text not null,
    text_sha256 text not null,
    created_by  text not null,
    created_at  text not null, layout integer, reading text,
    primary key (article_id, version)
) strict;
CREATE VIRTUAL TABLE article_words using fts5 (
    title, text, name, note, content = '', contentless_delete = 1, tokenize = 'ascii');
CREATE TABLE articles (
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
    updated_at   text not null, assignee text, archived_at text, assigned_at text, erased_at text, set_apart integer not null default 0,
    unique (external_app, external_id)
) strict;
CREATE TABLE blocks (
    article_id   integer not null,
    version      integer not null,
    ordinal      integer not null,
    type         text not null check (type in ('title', 'byline', 'dateline', 'paragraph', 'quote', 'caption', 'credit',
                                               'image', 'bio', 'standfirst', 'heading', 'list_item', 'table_row', 'code', 'disclaimer', 'navigation', 'footer')),
    start_offset integer not null,
    end_offset   integer not null, page integer,
    primary key (article_id, version, ordinal),
    foreign key (article_id, version) references article_versions (article_id, version)
) strict;
CREATE TABLE citations (
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
CREATE TABLE claim_claimants (
    claim_id  integer not null references claims (id) on delete cascade,
    ordinal   integer not null,
    name      text not null,
    name_key  text not null,
    job_title text,
    same_as   text,
    image_url text,
    primary key (claim_id, ordinal)
) strict;
CREATE TABLE claim_evidence (
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
CREATE TABLE claim_fields (
    claim_id  integer not null references claims (id) on delete cascade,
    field_id  integer not null references fields (id),
    ordinal   integer not null,
    value     text not null,
    value_key text not null,
    primary key (claim_id, field_id, ordinal)
) strict;
CREATE TABLE claim_matches (
    claim_id   integer not null references claims (id) on delete cascade,
    other_id   integer not null references claims (id) on delete cascade,
    state      text not null check (state in ('confirmed', 'rejected')),
    relation   text check (relation in ('same', 'opposite', 'narrower', 'broader', 'translation', 'quotes', 'quoted_by')),
    decided_by text not null,
    decided_at text not null,
    primary key (claim_id, other_id),
    check (claim_id < other_id)
) strict;
CREATE TABLE claim_merges (
    id           integer primary key autoincrement,
    claim_id     integer not null unique references claims (id),
    into_id      integer not null references claims (id),
    successor_id integer not null references claims (id),
    reason       text not null,
    moved        text not null,
    merged_by    text not null,
    merged_at    text not null
) strict;
CREATE TABLE claim_relations (
    claim_id   integer not null references claims (id) on delete cascade,
    other_id   integer not null references claims (id) on delete cascade,
    relation   text not null check (relation in ('same', 'opposite', 'narrower', 'broader', 'translation', 'quotes', 'quoted_by')),
    note       text,
    created_at text not null,
    primary key (claim_id, other_id),
    check (claim_id < other_id)
) strict;
CREATE TABLE claim_tags (
    claim_id integer not null references claims (id) on delete cascade,
    ordinal  integer not null,
    tag      text not null,
    tag_key  text not null,
    primary key (claim_id, ordinal),
    unique (claim_id, tag_key)
) strict;
CREATE TABLE claim_vectors (
    claim_id     integer primary key references claims (id) on delete cascade,
    model        text not null,
    text_sha256  text not null,
    text_vector  text not null,
    title_vector text
) strict;
CREATE VIRTUAL TABLE claim_words using fts5 (
    title, text, name, note, content = '', contentless_delete = 1, tokenize = 'ascii');
CREATE TABLE claims (
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
    updated_at   text not null, activity_at text not null default '0001-01-01T00:00:00.000000Z', assigned_at text, status text, evidence_count integer, verdict_id integer, disputed integer,
    unique (external_app, external_id)
) strict;
CREATE TABLE comment_mentions (
    comment_id integer not null references comments (id) on delete cascade,
    user_id    integer not null references users (id),
    primary key (comment_id, user_id)
) strict;
CREATE VIRTUAL TABLE comment_words using fts5 (
    title, text, name, note, content = '', contentless_delete = 1, tokenize = 'ascii');
CREATE TABLE "comments" (
    id           integer primary key autoincrement,
    claim_id     integer references claims (id) on delete cascade,
    evidence_id  integer references evidence (id) on delete cascade,
    sentence_id  integer references sentences (id) on delete cascade,
    verdict_id   integer references verdicts (id) on delete cascade,
    reply_to     integer references "comments" (id),
    author       text not null,
    text         text not null,
    anchor_start integer,
    anchor_end   integer,
    anchor_exact text,
    resolved_by  text,
    resolved_at  text,
    created_at   text not null,
    updated_at   text not null,
    article_id   integer references articles (id) on delete cascade, erased_at text,
    check ((article_id is not null) + (claim_id is not null) + (evidence_id is not null) + (sentence_id is not null)
           + (verdict_id is not null) = 1)
) strict;
CREATE TABLE events (
    seq     integer primary key,
    at      text not null,
    actor   text not null,
    kind    text not null,
    subject text not null,
    body    text not null,
    salt    text not null,
    prev    text not null,
    hash    text not null unique
, body_sha256 text) strict;
CREATE TABLE evidence (
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
, public_note text, internal integer check (internal = 1), erased_at text) strict;
CREATE VIRTUAL TABLE evidence_words using fts5 (
    title, text, name, note, content = '', contentless_delete = 1, tokenize = 'ascii');
CREATE TABLE "fields" (
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
CREATE TABLE former_links (
    id             integer primary key autoincrement,
    sentence_id    integer not null references sentences (id),
    claim_id       integer not null references claims (id) on delete cascade,
    first_sentence integer references sentences (id),
    role           text not null check (role in ('asserts', 'repeats', 'denies')),
    outcome        text check (outcome in ('changed', 'stands')),
    outcome_note   text,
    outcome_by     text,
    outcome_at     text,
    created_at     text not null,
    ended_at       text not null
) strict;
CREATE TABLE house_verdicts (
    id         integer primary key autoincrement,
    verdict_id integer not null references verdicts (id),
    since      text not null,
    until      text
) strict;
CREATE TABLE idempotency_keys (
    id             integer primary key autoincrement,
    user_id        integer not null references users (id),
    key            text not null,
    line           integer not null,
    request_sha256 text not null,
    status         integer not null,
    location       text,
    is_resource    integer not null,
    body           text,
    created_at     text not null,
    unique (user_id, key, line)
) strict;
CREATE TABLE "import_rows" (
    id          integer primary key autoincrement,
    import_id   integer not null references "imports" (id) on delete cascade,
    line        integer not null,
    outcome     text not null check (outcome in ('refused', 'noted')),
    column_name text,
    field       text,
    problem     text not null
) strict;
CREATE VIRTUAL TABLE imported_review_words using fts5 (
    title, text, name, note, content = '', contentless_delete = 1, tokenize = 'ascii');
CREATE TABLE imported_reviews (
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
CREATE TABLE "imports" (
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
CREATE TABLE inbox_reads (
    user_id integer primary key references users (id),
    up_to   text not null
) strict;
CREATE TABLE indexed_words (
    form integer not null
);
CREATE TABLE list_claims (
    list_id    integer not null references lists (id) on delete cascade,
    claim_id   integer not null references claims (id) on delete cascade,
    position   integer not null,
    note       text,
    created_at text not null,
    primary key (list_id, claim_id)
) strict;
CREATE TABLE lists (
    id         integer primary key autoincrement,
    name       text not null,
    name_key   text not null unique,
    public     integer not null default 0,
    note       text,
    query      text,
    created_by text not null,
    created_at text not null,
    updated_at text not null
) strict;
CREATE TABLE rating_scales (
    id         integer primary key autoincrement,
    name       text not null,
    name_key   text not null unique,
    worst      real,
    best       real,
    is_default integer not null default 0,
    created_at text not null
) strict;
CREATE TABLE ratings (
    id             integer primary key autoincrement,
    scale_id       integer not null references rating_scales (id),
    ordinal        integer not null,
    name           text not null,
    name_key       text not null,
    value          real,
    colour         text,
    definition     text,
    needs_change   integer not null,
    needs_evidence integer not null,
    unique (scale_id, ordinal),
    unique (scale_id, name_key)
) strict;
CREATE TABLE rescorings (
    version integer primary key,
    reached integer not null,
    done    integer not null,
    total   integer not null
) strict;
CREATE TABLE sentence_claims (
    sentence_id   integer not null references sentences (id),
    claim_id      integer not null references claims (id) on delete cascade,
    role          text not null check (role in ('asserts', 'repeats', 'denies')),
    span_start    integer,
    span_end      integer,
    needs_recheck integer not null default 0,
    created_at    text not null, first_sentence integer references sentences (id), outcome text check (outcome in ('changed', 'stands')), outcome_note text, outcome_by text, outcome_at text,
    primary key (sentence_id, claim_id)
) strict;
CREATE TABLE sentence_lineage (
    id            integer primary key autoincrement,
    article_id    integer not null,
    version       integer not null,
    from_sentence integer references sentences (id),
    to_sentence   integer references sentences (id),
    kind          text not null check (kind in ('edited', 'split', 'merged', 'inserted', 'deleted')),
    foreign key (article_id, version) references article_versions (article_id, version)
) strict;
CREATE TABLE sentence_positions (
    article_id    integer not null,
    version       integer not null,
    ordinal       integer not null,
    sentence_id   integer not null references sentences (id),
    block_ordinal integer not null,
    start_offset  integer not null,
    end_offset    integer not null,
    prefix        text not null,
    suffix        text not null,
    layout        integer not null,
    gone_in       integer,
    primary key (article_id, layout, start_offset, version),
    unique (sentence_id, layout),
    foreign key (article_id, layout, block_ordinal) references blocks (article_id, version, ordinal)
) strict;
CREATE TABLE sentence_scores (
    sentence_id integer primary key references sentences (id) on delete cascade,
    version     integer not null,
    score       real,
    components  text,
    check ((score is null) = (components is null))
) strict;
CREATE TABLE sentences (
    id               integer primary key autoincrement,
    article_id       integer not null references articles (id),
    text             text not null,
    score            real not null,
    score_components text not null,
    triage           text not null default 'open' check (triage in ('open', 'not_checkable', 'skipped')),
    triage_reason    text
, media_start integer, media_end integer) strict;
CREATE TABLE source_fields (
    source_id integer not null references sources (id) on delete cascade,
    field_id  integer not null references fields (id),
    ordinal   integer not null,
    value     text not null,
    value_key text not null,
    primary key (source_id, field_id, ordinal)
) strict;
CREATE VIRTUAL TABLE source_words using fts5 (
    title, text, name, note, content = '', contentless_delete = 1, tokenize = 'ascii');
CREATE TABLE sources (
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
, accessed_on text, archived_url text, erased_at text) strict;
CREATE TABLE subscriptions (
    id            integer primary key autoincrement,
    feed_url      text not null,
    url_key       text not null unique,
    name          text,
    state         text not null default 'queued' check (state in ('queued', 'running', 'waiting')),
    etag          text,
    last_modified text,
    fetched_at    text,
    next_at       text not null,
    failures      integer not null default 0,
    problem       text,
    taken         integer not null default 0,
    created_by    text not null,
    created_at    text not null
) strict;
CREATE TABLE users (
    id          integer primary key autoincrement,
    name        text not null,
    name_key    text not null unique,
    email       text,
    role        text not null check (role in ('reader', 'checker', 'editor', 'admin')),
    also_editor integer not null default 0 check (not also_editor or role = 'admin'),
    subject     text unique,
    created_by  text not null,
    created_at  text not null,
    removed_at  text
, display_name text, display_name_key text) strict;
CREATE TABLE verdict_evidence (
    verdict_id  integer not null references verdicts (id) on delete cascade,
    ordinal     integer not null,
    evidence_id integer not null references evidence (id),
    source_id   integer not null references sources (id),
    source_url  text,
    cited       text not null, internal integer check (internal = 1),
    primary key (verdict_id, ordinal),
    unique (verdict_id, evidence_id)
) strict;
CREATE VIRTUAL TABLE verdict_words using fts5 (
    title, text, name, note, content = '', contentless_delete = 1, tokenize = 'ascii');
CREATE TABLE verdict_writers (
    verdict_id integer not null references verdicts (id) on delete cascade,
    name       text not null,
    since      text not null,
    taken_over integer not null default 0,
    primary key (verdict_id, name)
) strict;
CREATE TABLE verdicts (
    id                     integer primary key autoincrement,
    claim_id               integer not null references claims (id),
    number                 integer not null,
    rating_id              integer not null references ratings (id),
    justification          text not null,
    state                  text not null check (state in ('draft', 'in_review', 'approved', 'published', 'superseded', 'retracted')),
    author                 text not null,
    reviewer               text,
    valid_as_of            text,
    review_due             text,
    house                  integer not null default 0,
    supersedes             integer references verdicts (id),
    correction_kind        text,
    correction_reason      text,
    correction_public_text text,
    review_url             text,
    review_title           text,
    created_at             text not null,
    updated_at             text not null,
    published_at           text, submitted_by text, retraction_reason text, ended_at text, rejected_at text, current_claim_id integer references claims (id), origin text check (origin = 'imported'), origin_author text,
    unique (claim_id, number)
) strict;
CREATE TABLE worthiness_weights (
    version integer primary key,
    prior   real not null,
    weights text not null,
    set_by  text not null,
    set_at  text not null
) strict;
CREATE INDEX api_keys_by_user on api_keys (user_id, id);
CREATE INDEX article_fields_by_value on article_fields (field_id, value_key, article_id);
CREATE INDEX article_versions_by_layout on article_versions (article_id, version, layout);
CREATE INDEX article_versions_by_text on article_versions (text_sha256);
CREATE INDEX articles_archived on articles (id) where archived_at is not null;
CREATE INDEX articles_archived_by_deadline on articles (coalesce(deadline, '9999-12-31T23:59:59.999999Z'), id) where archived_at is not null;
CREATE INDEX articles_archived_by_update on articles (updated_at, id) where archived_at is not null;
CREATE INDEX articles_by_assignee on articles (assignee, id);
CREATE INDEX articles_by_deadline on articles (coalesce(deadline, '9999-12-31T23:59:59.999999Z'), id);
CREATE INDEX articles_by_external_id on articles (external_id) where external_id is not null;
CREATE INDEX articles_by_publication on articles (published_on, id);
CREATE INDEX articles_by_publisher on articles (publisher, id);
CREATE INDEX articles_by_update on articles (updated_at, id);
CREATE INDEX articles_on_desk on articles (id) where archived_at is null;
CREATE INDEX articles_on_desk_by_deadline on articles (coalesce(deadline, '9999-12-31T23:59:59.999999Z'), id) where archived_at is null;
CREATE INDEX articles_on_desk_by_update on articles (updated_at, id) where archived_at is null;
CREATE INDEX citations_by_article on citations (article_id, version, id);
CREATE INDEX citations_by_evidence on citations (evidence_id) where evidence_id is not null;
CREATE INDEX citations_by_first_sentence on citations (first_sentence);
CREATE INDEX citations_by_sentence on citations (sentence_id, state);
CREATE INDEX claim_claimants_by_name on claim_claimants (name_key, claim_id);
CREATE INDEX claim_evidence_by_evidence on claim_evidence (evidence_id, claim_id);
CREATE INDEX claim_evidence_by_stance on claim_evidence (stance, claim_id, evidence_id);
CREATE INDEX claim_fields_by_value on claim_fields (field_id, value_key, claim_id);
CREATE INDEX claim_matches_by_other on claim_matches (other_id, claim_id);
CREATE INDEX claim_merges_by_into on claim_merges (into_id, id);
CREATE INDEX claim_merges_by_successor on claim_merges (successor_id, claim_id);
CREATE INDEX claim_relations_by_other on claim_relations (other_id, claim_id);
CREATE INDEX claim_tags_by_tag on claim_tags (tag_key, claim_id);
CREATE INDEX claims_by_activity on claims (activity_at, id);
CREATE INDEX claims_by_assignee on claims (assignee, id);
CREATE INDEX claims_by_date on claims (claim_date, id);
CREATE INDEX claims_by_external_id on claims (external_id) where external_id is not null;
CREATE INDEX claims_by_language on claims (language, id);
CREATE INDEX claims_by_priority on claims (priority, id);
CREATE INDEX claims_by_status on claims (status, id);
CREATE INDEX claims_by_text on claims (substr(text_key, 1, 200));
CREATE INDEX claims_by_update on claims (updated_at, id);
CREATE INDEX claims_without_evidence on claims (id) where evidence_count = 0;
CREATE INDEX claims_without_verdict on claims (id) where verdict_id is null;
CREATE INDEX comment_mentions_by_user on comment_mentions (user_id, comment_id);
CREATE INDEX comments_by_article on comments (article_id, id);
CREATE INDEX comments_by_author on comments (author, id);
CREATE INDEX comments_by_claim on comments (claim_id, id);
CREATE INDEX comments_by_evidence on comments (evidence_id, id);
CREATE INDEX comments_by_reply on comments (reply_to);
CREATE INDEX comments_by_sentence on comments (sentence_id, id);
CREATE INDEX comments_by_update on comments (updated_at, id);
CREATE INDEX comments_by_verdict on comments (verdict_id, id);
CREATE INDEX comments_open on comments (id) where resolved_at is null;
CREATE INDEX comments_resolved on comments (id) where resolved_at is not null;
CREATE INDEX events_by_actor on events (actor, seq);
CREATE INDEX events_by_claim on events (
    case when body <> '' then coalesce(body ->> '$.after.claimId', body ->> '$.before.claimId') end, seq);
CREATE INDEX events_by_kind on events (kind, seq);
CREATE INDEX events_by_subject on events (subject, seq);
CREATE INDEX events_by_time on events (at, seq);
CREATE INDEX evidence_by_source on evidence (source_id, id);
CREATE INDEX evidence_by_update on evidence (updated_at, id);
CREATE INDEX former_links_by_claim on former_links (claim_id, sentence_id);
CREATE INDEX former_links_by_first on former_links (first_sentence) where first_sentence is not null;
CREATE INDEX former_links_by_sentence on former_links (sentence_id, id);
CREATE INDEX house_verdicts_by_verdict on house_verdicts (verdict_id, id);
CREATE INDEX idempotency_keys_by_age on idempotency_keys (created_at);
CREATE INDEX import_rows_by_import on import_rows (import_id, id);
CREATE INDEX imported_reviews_by_date on imported_reviews (reviewed_at, id);
CREATE INDEX imported_reviews_by_language on imported_reviews (language, id);
CREATE INDEX imported_reviews_by_rating on imported_reviews (normalised, id);
CREATE INDEX imported_reviews_by_site on imported_reviews (site, id);
CREATE UNIQUE INDEX imported_reviews_once on imported_reviews (same_key) where current;
CREATE UNIQUE INDEX imported_reviews_replaced on imported_reviews (replaces) where replaces is not null;
CREATE INDEX imports_to_do on imports (id) where state in ('queued', 'running');
CREATE INDEX list_claims_by_claim on list_claims (claim_id, list_id);
CREATE INDEX list_claims_by_position on list_claims (list_id, position, claim_id);
CREATE UNIQUE INDEX rating_scales_default on rating_scales (is_default) where is_default;
CREATE INDEX sentence_claims_by_claim on sentence_claims (claim_id, sentence_id);
CREATE INDEX sentence_claims_by_first on sentence_claims (first_sentence) where first_sentence is not null;
CREATE INDEX sentence_lineage_by_from on sentence_lineage (from_sentence);
CREATE INDEX sentence_lineage_by_to on sentence_lineage (to_sentence);
CREATE INDEX sentence_lineage_by_version on sentence_lineage (article_id, version, id);
CREATE INDEX sentence_positions_gone on sentence_positions (article_id, gone_in, start_offset) where gone_in is not null;
CREATE INDEX sentence_positions_later on sentence_positions (article_id, layout, version, start_offset) where version > layout;
CREATE INDEX sentences_by_article on sentences (article_id, id);
CREATE INDEX source_fields_by_value on source_fields (field_id, value_key, source_id);
CREATE INDEX sources_by_kind on sources (kind, id);
CREATE INDEX sources_by_medium on sources (medium, id);
CREATE INDEX sources_by_publisher on sources (publisher, id);
CREATE INDEX sources_by_title on sources (substr(title_key, 1, 200)) where coalesce(url_key, '') = '';
CREATE INDEX sources_by_update on sources (updated_at, id);
CREATE INDEX subscriptions_by_turn on subscriptions (next_at);
CREATE INDEX verdict_evidence_by_evidence on verdict_evidence (evidence_id, verdict_id);
CREATE INDEX verdicts_by_author on verdicts (author, id);
CREATE INDEX verdicts_by_claim on verdicts (current_claim_id, state, rating_id, supersedes);
CREATE INDEX verdicts_by_publication on verdicts (published_at, id);
CREATE INDEX verdicts_by_rating on verdicts (rating_id, id);
CREATE INDEX verdicts_by_review on verdicts (review_due, id) where review_due is not null;
CREATE INDEX verdicts_by_review_of_author on verdicts (author, review_due) where review_due is not null;
CREATE INDEX verdicts_by_reviewer on verdicts (reviewer, id);
CREATE INDEX verdicts_by_state on verdicts (state, id);
CREATE UNIQUE INDEX verdicts_by_supersession on verdicts (supersedes) where supersedes is not null;
CREATE INDEX verdicts_by_update on verdicts (updated_at, id);
CREATE UNIQUE INDEX verdicts_house on verdicts (current_claim_id) where house;
CREATE TRIGGER events_are_never_changed before update on events
when old.body_sha256 is not null
    or new.body is not ''
    or new.salt is not ''
    or length(new.body_sha256) is not 64
    or new.seq is not old.seq
    or new.at is not old.at
    or new.actor is not old.actor
    or new.kind is not old.kind
    or new.subject is not old.subject
    or new.prev is not old.prev
    or new.hash is not old.hash
    or not exists (
        select 1
        from events r
        where r.subject = 'event/' || old.seq and r.kind = 'event.redacted' and r.seq > old.seq)
begin
    select raise(abort, 'events are append-only');
end;
CREATE TRIGGER events_are_never_deleted before delete on events
begin
    select raise(abort, 'events are append-only');
end;
CREATE TRIGGER events_follow_each_other before insert on events
when new.seq is not (select coalesce(max(seq), 0) + 1 from events)
    or new.prev is not coalesce((select hash from events order by seq desc limit 1), '')
begin
    select raise(abort, 'an event must follow the last one');
end;
CREATE VIEW claim_states as
select
    c.id as claim_id,
    case
        when exists (select 1 from verdicts v where v.current_claim_id = c.id and v.state = 'published' and v.supersedes is not null)
            then 'corrected'
        when exists (select 1 from verdicts v where v.current_claim_id = c.id and v.state = 'published') then 'published'
        when exists (select 1 from verdicts v where v.current_claim_id = c.id and v.state in ('in_review', 'approved')) then 'in_review'
        when exists (select 1 from verdicts v where v.current_claim_id = c.id and v.state = 'retracted') then 'retracted'
        when exists (select 1 from verdicts v where v.current_claim_id = c.id) then 'researching'
        when exists (select 1 from claim_evidence e where e.claim_id = c.id) then 'researching'
        when c.assignee is not null then 'assigned'
        else 'open'
    end as status,
    (select count(*) from claim_evidence e where e.claim_id = c.id) as evidence_count,
    (select v.id from verdicts v where v.current_claim_id = c.id and v.state not in ('superseded', 'retracted')
     order by v.house desc, v.number desc, v.id desc limit 1) as verdict_id,
    (select count(distinct v.rating_id) from verdicts v where v.current_claim_id = c.id and v.state = 'published') > 1 as disputed
from claims c
where not exists (select 1 from claim_merges m where m.claim_id = c.id);
CREATE VIEW newest_layouts as
select a.id as article_id, a.version, coalesce(v.layout, v.version) as layout
from articles a
join article_versions v on v.article_id = a.id and v.version = a.version;
CREATE VIEW own_sources as
select c.id as claim_id, s.id as source_id, a.id as article_id
from articles a
join sources s on s.url_key = a.url_key
join claims c on exists (
    select 1
    from sentence_claims l
    join sentences t on t.id = l.sentence_id
    where l.claim_id = c.id and t.article_id = a.id);
CREATE VIEW sentence_blockers as
select
    s.article_id,
    s.id as sentence_id,
    p.start_offset,
    l.claim_id,
    case
        when e.edit then 'edited'
        when l.claim_id is null then 'open'
        when p.sentence_id is null and l.outcome is null then 'orphaned'
        when v.id is not null then 'needs_change'
        when (select c.status from claims c where c.id = l.claim_id) = 'retracted' then 'retracted'
        else 'no_verdict'
    end as kind,
    r.name as rating
from sentences s
join newest_layouts a on a.article_id = s.article_id
left join sentence_positions p on p.sentence_id = s.id and p.layout = a.layout and p.gone_in is null
left join sentence_claims l on l.sentence_id = s.id
left join verdicts v on v.current_claim_id = l.claim_id and v.house
left join ratings r on r.id = v.rating_id
cross join (select false as edit union all select true) e
where case
    when e.edit then p.sentence_id is not null and l.needs_recheck
    when l.claim_id is null then p.sentence_id is not null and s.triage = 'open'
    else v.id is null or (l.outcome is null and (p.sentence_id is null or r.needs_change))
end;
CREATE VIEW sentence_states as
select
    s.id as sentence_id,
    case
        when not exists (
            select 1
            from newest_layouts a
            join sentence_positions p on p.sentence_id = s.id and p.layout = a.layout and p.gone_in is null
            where a.article_id = s.article_id)
            then 'orphaned'
        else case (
            select max(case
                when l.needs_recheck or (l.outcome is null and r.needs_change) or (v.id is null and c.status = 'retracted') then 2
                when v.id is null then 1
                else 0
            end)
            from sentence_claims l
            join claims c on c.id = l.claim_id
            left join verdicts v on v.current_claim_id = l.claim_id and v.house
            left join ratings r on r.id = v.rating_id
            where l.sentence_id = s.id)
            when 2 then 'needs_attention'
            when 1 then 'claimed'
            when 0 then 'cleared'
            else s.triage
        end
    end as state
from sentences s;
CREATE VIEW version_sentences as
select
    v.article_id,
    v.version,
    p.ordinal
        + (select count(*)
           from sentence_positions n
           where n.article_id = v.article_id
               and n.layout = p.layout
               and n.version > n.layout
               and n.version > p.version
               and n.version <= v.version
               and n.start_offset < p.start_offset)
        - (select count(*)
           from sentence_positions g
           where g.article_id = v.article_id
               and g.gone_in > p.version
               and g.gone_in <= v.version
               and g.start_offset < p.start_offset) as ordinal,
    p.sentence_id,
    p.layout,
    p.block_ordinal,
    p.start_offset,
    p.end_offset,
    p.prefix,
    p.suffix
from article_versions v
join sentence_positions p
    on p.article_id = v.article_id
    and p.layout = coalesce(v.layout, v.version)
    and p.version <= v.version
    and (p.gone_in is null or p.gone_in > v.version);
