-- What people said of a match: two claims are the same, or are not. A pair has one row, with the relation as the claim with the smaller id
-- sees it.
create table claim_matches (
    claim_id   integer not null references claims (id) on delete cascade,
    other_id   integer not null references claims (id) on delete cascade,
    state      text not null check (state in ('confirmed', 'rejected')),
    relation   text check (relation in ('same', 'opposite', 'narrower', 'broader', 'translation', 'quotes', 'quoted_by')),
    decided_by text not null,
    decided_at text not null,
    primary key (claim_id, other_id),
    check (claim_id < other_id)
) strict;

create index claim_matches_by_other on claim_matches (other_id, claim_id);

-- What a model makes of the words of a claim. It can be made again at any time, and no event covers it.
create table claim_vectors (
    claim_id     integer primary key references claims (id) on delete cascade,
    model        text not null,
    text_sha256  text not null,
    text_vector  text not null,
    title_vector text
) strict;
