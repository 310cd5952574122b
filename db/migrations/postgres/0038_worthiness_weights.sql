-- The weights of check-worthiness that the desk has set; without any, those of the program hold.
create table worthiness_weights (
    version integer primary key,
    prior   double precision not null,
    weights text collate "C" not null,
    set_by  text collate "C" not null,
    set_at  timestamptz not null
);
