-- What people said of a match: two claims are the same, or are not. A pair has one row, with the relation as the claim with the smaller id
-- sees it.
create table claim_matches (
    claim_id   bigint not null references claims (id) on delete cascade,
    other_id   bigint not null references claims (id) on delete cascade,
    state      text collate "C" not null check (state in ('confirmed', 'rejected')),
    relation   text collate "C"
        check (relation in ('same', 'opposite', 'narrower', 'broader', 'translation', 'quotes', 'quoted_by')),
    decided_by text collate "C" not null,
    decided_at timestamptz not null,
    primary key (claim_id, other_id),
    check (claim_id < other_id)
);

create index claim_matches_by_other on claim_matches (other_id, claim_id);

-- What a model makes of the words of a claim. It can be made again at any time, and no event covers it.
create table claim_vectors (
    claim_id     bigint primary key references claims (id) on delete cascade,
    model        text collate "C" not null,
    text_sha256  text collate "C" not null,
    text_vector  text collate "C" not null,
    title_vector text collate "C"
);
