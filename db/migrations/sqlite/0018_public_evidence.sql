-- What an evidence record says outside the desk. One that is internal is only counted there. A citation keeps that with the record.
alter table evidence add column public_note text;
alter table evidence add column internal integer check (internal = 1);
alter table verdict_evidence add column internal integer check (internal = 1);
