-- What filters of lists look up where few pass, or walk along.
create index articles_by_publisher on articles (publisher, id);
create index articles_by_publication on articles (published_on, id);
create index articles_by_external_id on articles (external_id) where external_id is not null;

-- Lists of articles leave out those that were archived, or have only those. Either may be nearly all: each has its own for each order.
create index articles_archived on articles (id) where archived_at is not null;
create index articles_archived_by_update on articles (updated_at, id) where archived_at is not null;
create index articles_archived_by_deadline on articles (coalesce(deadline, '9999-12-31T23:59:59.999999Z'), id) where archived_at is not null;
create index articles_on_desk on articles (id) where archived_at is null;
create index articles_on_desk_by_update on articles (updated_at, id) where archived_at is null;
create index articles_on_desk_by_deadline on articles (coalesce(deadline, '9999-12-31T23:59:59.999999Z'), id) where archived_at is null;

create index claims_by_external_id on claims (external_id) where external_id is not null;
create index sources_by_publisher on sources (publisher, id);
create index sources_by_medium on sources (medium, id);
create index sources_by_kind on sources (kind, id);
create index claim_evidence_by_stance on claim_evidence (stance, claim_id, evidence_id);
create index verdicts_by_review_of_author on verdicts (author, review_due) where review_due is not null;
create index comments_open on comments (id) where resolved_at is null;
create index comments_resolved on comments (id) where resolved_at is not null;
create index events_by_kind on events (kind, seq);
create index events_by_actor on events (actor, seq);
create index events_by_time on events (at, seq);
