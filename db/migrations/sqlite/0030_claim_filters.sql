-- What filters of claims look up where few pass.
create index claims_by_language on claims (language, id);
create index claims_by_date on claims (claim_date, id);
create index claims_without_evidence on claims (id) where evidence_count = 0;
create index claims_without_verdict on claims (id) where verdict_id is null;
