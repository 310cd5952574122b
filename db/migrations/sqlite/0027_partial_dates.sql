-- claims.claim_date, articles.published_on and sources.published_on are text here already: what they may hold is 2026 and 2026-01 too.
select 1;
