-- What a claim is to another. A pair has one row, as the claim with the smaller id sees it.
create table claim_relations (
    claim_id   bigint not null references claims (id) on delete cascade,
    other_id   bigint not null references claims (id) on delete cascade,
    relation   text collate "C" not null
        check (relation in ('same', 'opposite', 'narrower', 'broader', 'translation', 'quotes', 'quoted_by')),
    note       text collate "C",
    created_at timestamptz not null,
    primary key (claim_id, other_id),
    check (claim_id < other_id)
);

create index claim_relations_by_other on claim_relations (other_id, claim_id);
