-- The weights of check-worthiness that the desk has set; without any, those of the program hold.
create table worthiness_weights (
    version integer primary key,
    prior   real not null,
    weights text not null,
    set_by  text not null,
    set_at  text not null
) strict;
