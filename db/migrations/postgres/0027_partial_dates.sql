-- Dates as far as they are known: 2026, 2026-01 or 2026-01-31, as text that sorts by the first day that they may mean.
alter table claims alter column claim_date type text collate "C" using to_char(claim_date, 'YYYY-MM-DD');
alter table articles alter column published_on type text collate "C" using to_char(published_on, 'YYYY-MM-DD');
alter table sources alter column published_on type text collate "C" using to_char(published_on, 'YYYY-MM-DD');

alter table claims add constraint claims_claim_date check (claim_date ~ '^[0-9]{4}(-[0-9]{2}){0,2}$');
alter table articles add constraint articles_published_on check (published_on ~ '^[0-9]{4}(-[0-9]{2}){0,2}$');
alter table sources add constraint sources_published_on check (published_on ~ '^[0-9]{4}(-[0-9]{2}){0,2}$');
