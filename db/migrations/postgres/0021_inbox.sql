-- Since when somebody has a claim or an article, and a verdict was returned to its author: the inbox says so.
alter table claims add column assigned_at timestamptz;
alter table articles add column assigned_at timestamptz;
alter table verdicts add column rejected_at timestamptz;

-- The mark up to which a user has read the inbox. It is the user's own and decides nothing: no event covers it.
create table inbox_reads (
    user_id bigint primary key references users (id),
    up_to timestamptz not null
);
