using System.Text.Json;
using ClaimTracker.Api.Domain.Claims;
using ClaimTracker.Api.Domain.Fields;
using ClaimTracker.Api.Domain.Verdicts;

namespace ClaimTracker.Api.Features.Exports;

/// <summary>The list of claims: one row a claim, with the verdict that it shows and the sentences that make it.</summary>
internal static class ClaimColumns
{
    /// <summary>The names of the claimants of a claim (<c>c</c>).</summary>
    public const string ClaimantsSql = """
        (select group_concat(n.name, '; ')
         from (select name from claim_claimants where claim_id = c.id order by ordinal) n)
        """;

    /// <summary>The tags of a claim (<c>c</c>), as <see cref="Texts"/> reads them.</summary>
    public const string TagsSql =
        "(select json_group_array(g.tag) from (select tag from claim_tags where claim_id = c.id order by ordinal) g)";

    /// <summary>The tags in a cell.</summary>
    public const string TagsCellSql =
        "(select group_concat(g.tag, '; ') from (select tag from claim_tags where claim_id = c.id order by ordinal) g)";

    private const string RowsSql = $"""
        claims c
        left join verdicts v on v.id = c.verdict_id and (@SeesDrafts or {VerdictConditions.WasPublishedSql})
        left join ratings r on r.id = v.rating_id
        """;

    /// <summary>The values of fields of the desk's own.</summary>
    public static readonly ExportPart FieldsPart = new(FieldRows.OfClaimSql, FieldRows.OfColumn);

    private static readonly ExportPart AttributionPart = new("c.attribution", Stored<IReadOnlyList<Attribution>>);
    private static readonly ExportPart AppearancesPart = new("c.appearances", Stored<IReadOnlyList<Appearance>>);

    public static readonly ExportList List = new("claims", "c.id", "claims c", RowsSql, "c.id",
    [
        new("claim_id", CellKind.Number, "c.id"),
        new("claim", CellKind.Text, "c.text"),
        new("headline", CellKind.Text, "c.headline"),
        new("language", CellKind.Text, "c.language"),
        new("claim_type", CellKind.Text, "c.claim_type"),
        new("claimant", CellKind.Text, ClaimantsSql),
        ExportColumn.Of<IReadOnlyList<Attribution>>("attribution", CellKind.Text, AttributionPart, Chain),
        new("claim_date", CellKind.Day, "c.claim_date"),
        new("location", CellKind.Text, "c.location"),
        ExportColumn.Of<IReadOnlyList<Appearance>>("appearance_urls", CellKind.Addresses, AppearancesPart, Addresses),
        new("tags", CellKind.Texts, TagsSql) { Show = Texts, CellSql = TagsCellSql },
        new("priority", CellKind.Number, "c.priority"),
        new("status", CellKind.Text, "c.status"),
        new("assignee", CellKind.Text, "c.assignee"),
        new("verdict_id", CellKind.Number, "v.id"),
        new("rating", CellKind.Text, "r.name"),
        new("rating_value", CellKind.Number, "r.value"),
        new("verdict_state", CellKind.Text, "v.state"),
        new("published_at", CellKind.Instant, "v.published_at"),
        new("disputed", CellKind.YesNo, "c.disputed"),
        new("evidence_count", CellKind.Number, "c.evidence_count"),
        new("sentences", CellKind.Sentences, ExportedSentence.OfClaimSql)
        {
            Show = ExportedSentence.OfColumn,
            CellSql = ExportedSentence.CellOfClaimSql,
        },
        new("external_app", CellKind.Text, "c.external_app"),
        new("external_id", CellKind.Text, "c.external_id"),
        new("created_at", CellKind.Instant, "c.created_at"),
        new("updated_at", CellKind.Instant, "c.updated_at"),
        new("activity_at", CellKind.Instant, "c.activity_at"),
    ])
    {
        Fields = [new(FieldSubject.Claim, "field", FieldsPart)],
    };

    /// <summary>Reads what the database keeps as JSON.</summary>
    public static object Stored<T>(string json) => JsonSerializer.Deserialize<T>(json, ApiJson.Stored)!;

    /// <summary>The texts in a column of JSON; null where there is none.</summary>
    public static object? Texts(object json) => Stored<IReadOnlyList<string>>((string)json) is IReadOnlyList<string> { Count: > 0 } texts
        ? texts
        : null;

    // Who reported whom: the last who said it stands first.
    private static string? Chain(IReadOnlyList<Attribution> chain) => chain.Count == 0 ? null
        : string.Join(" > ", chain.Select(static one => one.Verb is { } verb ? $"{one.Name} ({verb})" : one.Name));

    private static List<string>? Addresses(IReadOnlyList<Appearance> appearances)
    {
        var addresses = appearances.Select(static one => one.Url).OfType<string>().ToList();
        return addresses.Count == 0 ? null : addresses;
    }
}
