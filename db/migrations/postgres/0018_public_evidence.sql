-- What an evidence record says outside the desk. One that is internal is only counted there. A citation keeps that with the record.
alter table evidence add column public_note text collate "C";
alter table evidence add column internal boolean check (internal);
alter table verdict_evidence add column internal boolean check (internal);
