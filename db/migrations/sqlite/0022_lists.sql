-- Lists of claims. One with a query is live: its claims are those that pass the filters, and it has no rows in list_claims.
create table lists (
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

create table list_claims (
    list_id    integer not null references lists (id) on delete cascade,
    claim_id   integer not null references claims (id) on delete cascade,
    position   integer not null,
    note       text,
    created_at text not null,
    primary key (list_id, claim_id)
) strict;

create index list_claims_by_position on list_claims (list_id, position, claim_id);
create index list_claims_by_claim on list_claims (claim_id, list_id);
