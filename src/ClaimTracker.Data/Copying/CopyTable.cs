namespace ClaimTracker.Data.Copying;

/// <summary>A table as a copy goes through it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Key">The columns of its primary key.</param>
internal sealed record CopyTable(string Name, string Key = "id")
{
    /// <summary>Every table, those before that others refer to.</summary>
    public static readonly IReadOnlyList<CopyTable> All =
    [
        new("events", "seq"),
        new("users"),
        new("api_keys"),
        new("idempotency_keys"),
        new("articles"),
        new("article_versions", "article_id, version"),
        new("blocks", "article_id, version, ordinal"),
        new("sentences"),
        new("sentence_positions", "article_id, version, ordinal"),
        new("sentence_lineage"),
        new("claims"),
        new("claim_claimants", "claim_id, ordinal"),
        new("claim_tags", "claim_id, ordinal"),
        new("sentence_claims", "sentence_id, claim_id"),
        new("sources"),
        new("evidence"),
        new("claim_evidence", "claim_id, evidence_id"),
        new("rating_scales"),
        new("ratings"),
        new("verdicts"),
        new("verdict_evidence", "verdict_id, ordinal"),
        new("verdict_writers", "verdict_id, name"),
        new("house_verdicts"),
        new("comments"),
        new("comment_mentions", "comment_id, user_id"),
    ];

    /// <summary>Tables that a migration puts rows into. Those of the target give way to those of the source; the last to refer goes first.</summary>
    public static readonly IReadOnlyList<string> Filled = ["ratings", "rating_scales"];
}
