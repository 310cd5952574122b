-- Feeds of other desks, whose reviews are imported, and how the last fetch went.
create table subscriptions (
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

create index subscriptions_by_turn on subscriptions (next_at);
