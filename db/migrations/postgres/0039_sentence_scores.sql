-- The check-worthiness of sentences by weights that the desk has set. It can be worked out again at any time, and no event covers it. A
-- sentence without a row has the score that it came in with, by the weights of the program. Without a score here the one that it came in
-- with was worked out by these weights.
create table sentence_scores (
    sentence_id bigint primary key references sentences (id) on delete cascade,
    version     integer not null,
    score       double precision,
    components  text collate "C",
    check ((score is null) = (components is null))
);

-- How far the sentences that were there when weights were set are scored by them.
create table rescorings (
    version integer primary key,
    reached bigint not null,
    done    bigint not null,
    total   bigint not null
);
