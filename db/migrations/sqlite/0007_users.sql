-- Who works at the desk. A name is never given to another: the history goes by it. One who was removed stays with what was done.
create table users (
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
) strict;

insert into users (name, name_key, role, also_editor, created_by, created_at)
select name, lower(name), 'admin', 1, 'system', created_at
from api_keys
order by id;

create table keys_of_users (
    id            integer primary key autoincrement,
    user_id       integer not null references users (id),
    label         text not null,
    secret_sha256 text not null unique,
    created_by    text not null,
    created_at    text not null,
    expires_at    text,
    last_used_on  text,
    revoked_at    text
) strict;

insert into keys_of_users (id, user_id, label, secret_sha256, created_by, created_at)
select k.id, u.id, case k.name when 'admin' then 'first start' else 'configured' end, k.secret_sha256, 'system', k.created_at
from api_keys k
join users u on u.name = k.name
order by k.id;

drop table api_keys;
alter table keys_of_users rename to api_keys;

create index api_keys_by_user on api_keys (user_id, id);
