namespace ClaimTracker.Api.Domain.History;

/// <summary>
/// The tables and columns for which the history vouches. A new table with content gets an entry here: a test refuses a table that has
/// neither an entry nor a reason to have none.
/// </summary>
internal static class Projections
{
    private const string ByVersion = "article_id, version";

    private const string OfLayout = """
        article_id = @Id and layout = coalesce(
            (select v.layout from article_versions v where v.article_id = @Id and v.version = @Number), @Number)
        """;

    public static readonly IReadOnlyList<Projection> All =
    [
        new("article",
            new ProjectedTable("articles", "id", "id", """
                id, version, url, url_key, title, title_key, byline, publisher, published_on, language, kind, external_app, external_id,
                deadline, created_by, created_at, updated_at, assignee, archived_at, assigned_at, erased_at
                """),
            new ProjectedTable("article_fields", "article_id", "field_id, ordinal", "article_id, field_id, ordinal, value, value_key")),
        new("version",
            new ProjectedTable("article_versions", ByVersion, "version", """
                article_id, version, text, text_sha256, created_by, created_at, layout
                """),
            new ProjectedTable("blocks", ByVersion, "ordinal", "article_id, version, ordinal, type, start_offset, end_offset, page"),

            // Those that begin with the version. A position that goes on stands in the digest of the version that it began with.
            new ProjectedTable("sentence_positions", null, "ordinal", """
                article_id, version, ordinal, sentence_id, block_ordinal, start_offset, end_offset, prefix, suffix
                """)
            {
                Where = $"{OfLayout} and version = @Number",
                Id = "article_id",
                Strays = """
                    not exists (
                        select 1
                        from article_versions v
                        where v.article_id = sentence_positions.article_id
                            and v.version = sentence_positions.version
                            and coalesce(v.layout, v.version) = sentence_positions.layout)
                    """,
            },
            new ProjectedTable("sentences", null, "id", "id, article_id, text, score, score_components, media_start, media_end")
            {
                Where = $"id in (select sentence_id from sentence_positions where {OfLayout} and version = @Number)",
                Strays = "not exists (select 1 from sentence_positions p where p.sentence_id = sentences.id)",
            },
            new ProjectedTable("sentence_lineage", ByVersion, "id", "id, article_id, version, from_sentence, to_sentence, kind"),
            new ProjectedTable("sentence_positions", null, "sentence_id", "sentence_id, gone_in")
            {
                Where = "article_id = @Id and gone_in = @Number",
                Id = "article_id",
                Strays = """
                    gone_in is not null and not exists (
                        select 1
                        from article_versions v
                        where v.article_id = sentence_positions.article_id
                            and v.version = sentence_positions.gone_in
                            and v.layout = sentence_positions.layout)
                    """,
            },

            // As the version brought them.
            new ProjectedTable("citations", ByVersion, "id", """
                id, article_id, version, first_sentence, first_start, first_end, kind, url, text, author, noted_at, created_by, created_at
                """)),

        // Most of the many sentences of an article have no triage and no claims.
        new("sentence",
            new ProjectedTable("sentences", "id", "id", "id, triage, triage_reason")
            {
                Which = "triage <> 'open' or triage_reason is not null",
            },
            new ProjectedTable("sentence_claims", "sentence_id", "claim_id", """
                sentence_id, claim_id, role, span_start, span_end, needs_recheck, created_at, first_sentence, outcome, outcome_note,
                outcome_by, outcome_at
                """),
            new ProjectedTable("former_links", "sentence_id", "id", """
                id, sentence_id, claim_id, first_sentence, role, outcome, outcome_note, outcome_by, outcome_at, created_at, ended_at
                """)),

        // Most of the many citations of an article are where they came in, and nobody has settled them.
        new("citation",
            new ProjectedTable("citations", "id", "id", """
                id, sentence_id, span_start, span_end, state, reason, evidence_id, settled_by, settled_at
                """)
            {
                Which = """
                    state <> 'open' or reason is not null or evidence_id is not null or settled_by is not null or settled_at is not null
                    or sentence_id <> first_sentence or span_start is distinct from first_start or span_end is distinct from first_end
                    """,
            }),
        new("claim",
            new ProjectedTable("claims", "id", "id", """
                id, text, text_key, headline, language, claim_type, claim_date, location, attribution, appearances, priority, assignee,
                external_app, external_id, created_by, created_at, updated_at, assigned_at
                """)
            {
                Strays = """
                    not exists (
                        select 1
                        from claims c
                        left join claim_states s on s.claim_id = c.id
                        where c.id = claims.id
                            and c.status is not distinct from s.status
                            and c.evidence_count is not distinct from s.evidence_count
                            and c.verdict_id is not distinct from s.verdict_id
                            and c.disputed is not distinct from s.disputed)
                    """,
            },
            new ProjectedTable("claim_claimants", "claim_id", "ordinal", """
                claim_id, ordinal, name, name_key, job_title, same_as, image_url
                """),
            new ProjectedTable("claim_tags", "claim_id", "ordinal", "claim_id, ordinal, tag, tag_key"),

            // A pair stands in the digest of the claim with the smaller id.
            new ProjectedTable("claim_relations", "claim_id", "other_id", "claim_id, other_id, relation, note, created_at"),
            new ProjectedTable("claim_matches", "claim_id", "other_id", """
                claim_id, other_id, state, relation, decided_by, decided_at
                """),
            new ProjectedTable("claim_fields", "claim_id", "field_id, ordinal", "claim_id, field_id, ordinal, value, value_key"),
            new ProjectedTable("claim_merges", "claim_id", "id", """
                id, claim_id, into_id, successor_id, reason, moved, merged_by, merged_at
                """)),
        new("source",
            new ProjectedTable("sources", "id", "id", """
                id, url, url_key, title, title_key, author, publisher, published_on, medium, kind, reliability_note, confidential,
                created_by, created_at, updated_at, accessed_on, archived_url, erased_at
                """),
            new ProjectedTable("source_fields", "source_id", "field_id, ordinal", "source_id, field_id, ordinal, value, value_key")),
        new("evidence",
            new ProjectedTable("evidence", "id", "id", """
                id, source_id, excerpt, locator_page, locator_timestamp, locator_section, locator_cell, note, created_by, created_at,
                updated_at, public_note, internal, erased_at
                """),
            new ProjectedTable("claim_evidence", "evidence_id", "claim_id", """
                claim_id, evidence_id, stance, set_number, note, question, answer_type, created_at
                """)),
        new("rating_scale",
            new ProjectedTable("rating_scales", "id", "id", "id, name, name_key, worst, best, is_default, created_at"),
            new ProjectedTable("ratings", "scale_id", "ordinal", """
                id, scale_id, ordinal, name, name_key, value, colour, definition, needs_change, needs_evidence
                """)),
        new("imported_review",
            new ProjectedTable("imported_reviews", "id", "id", """
                id, url, same_key, title, publisher, site, claim, claimant, claim_date, reviewed_at, changed_at, language, rating,
                rating_value, best_rating, worst_rating, normalised, appearances, markup, feed_url, replaces, created_by, created_at
                """)
            {
                Strays = "current = exists (select 1 from imported_reviews n where n.replaces = imported_reviews.id)",
            }),
        new("subscription",
            new ProjectedTable("subscriptions", "id", "id", "id, feed_url, url_key, name, created_by, created_at")),
        new("settings",
            new ProjectedTable("worthiness_weights", "version", "version", "version, prior, weights, set_by, set_at")),
        new("verdict",
            new ProjectedTable("verdicts", "id", "id", """
                id, claim_id, number, rating_id, justification, state, author, reviewer, valid_as_of, review_due, house, supersedes,
                correction_kind, correction_reason, correction_public_text, review_url, review_title, created_at, updated_at, published_at,
                submitted_by, retraction_reason, ended_at, rejected_at, origin, origin_author
                """)
            {
                Strays = """
                    coalesce(current_claim_id, 0) <> coalesce(
                        (select m.successor_id from claim_merges m where m.claim_id = verdicts.claim_id), verdicts.claim_id)
                    or exists (
                        select 1
                        from events e
                        where e.subject = 'verdict/' || verdicts.id and e.kind in ('verdict.drafted', 'verdict.edited')
                            and not exists (select 1 from verdict_writers w where w.verdict_id = verdicts.id and w.name = e.actor))
                    """,
            },

            // A migration took over the writers of older verdicts from their events, and no digest covers those rows.
            new ProjectedTable("verdict_writers", "verdict_id", "since, name", "verdict_id, name, since")
            {
                Which = "not taken_over",
                Strays = """
                    taken_over and not exists (
                        select 1
                        from events e
                        where e.subject = 'verdict/' || verdict_writers.verdict_id and e.kind in ('verdict.drafted', 'verdict.edited')
                            and e.actor = verdict_writers.name)
                    """,
            },
            new ProjectedTable("house_verdicts", "verdict_id", "id", "id, verdict_id, since, until"),
            new ProjectedTable("verdict_evidence", "verdict_id", "ordinal", """
                verdict_id, ordinal, evidence_id, source_id, source_url, cited, internal
                """)),
        new("comment",
            new ProjectedTable("comments", "id", "id", """
                id, claim_id, evidence_id, sentence_id, verdict_id, reply_to, author, text, anchor_start, anchor_end, anchor_exact,
                resolved_by, resolved_at, created_at, updated_at, article_id, erased_at
                """),
            new ProjectedTable("comment_mentions", "comment_id", "user_id", "comment_id, user_id")),
        new("field",
            new ProjectedTable("fields", "id", "id", """
                id, subject, name, name_key, type, choices, required, created_by, created_at, updated_at
                """)),
        new("list",
            new ProjectedTable("lists", "id", "id", "id, name, name_key, public, note, query, created_by, created_at, updated_at"),
            new ProjectedTable("list_claims", "list_id", "claim_id", "list_id, claim_id, position, note, created_at")),
        new("user",
            new ProjectedTable("users", "id", "id", """
                id, name, name_key, email, role, also_editor, subject, created_by, created_at, removed_at, display_name, display_name_key
                """))
        {
            TakenOverFrom = "key", // A migration made users of what keys said.
        },

        // The day on which a key was last used changes without an event.
        new("key",
            new ProjectedTable("api_keys", "id", "id", """
                id, user_id, label, secret_sha256, created_by, created_at, expires_at, revoked_at, replaced_by
                """)),
    ];

    /// <summary>The digests of rows that a migration made, and that no event records.</summary>
    public static readonly IReadOnlyDictionary<string, string> Given = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["rating_scale/1"] = "f2f4ef41291fca9eaf09643629d34706548964ec187f05c6fa1f17f508796c1f",
    };

    private static readonly Dictionary<string, Projection> ByKind =
        All.ToDictionary(static projection => projection.Kind, StringComparer.Ordinal);

    /// <summary>The projection of a subject and its key; null if no table can hold the subject.</summary>
    public static (Projection Projection, ContentKey Key)? Of(string subject) =>
        ContentKey.Of(subject) is { } key && ByKind.TryGetValue(key.Kind, out var projection) ? (projection, key) : null;
}
