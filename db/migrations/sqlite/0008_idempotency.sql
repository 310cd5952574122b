-- What a POST with an Idempotency-Key answered, so that the same request again is answered alike and done once. Kept for a day.
create table idempotency_keys (
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

create index idempotency_keys_by_age on idempotency_keys (created_at);
