using System.Text.Json;
using ClaimTracker.Api.Domain.Erasure;
using ClaimTracker.Api.Domain.Sources;

namespace ClaimTracker.Api.Domain.Judgements;

/// <summary>Erases the copies of evidence and sources that verdicts and their events keep.</summary>
internal static class CitedCopies
{
    private const string OfEvidenceSql = """
        select e.verdict_id, e.ordinal, v.claim_id, e.cited
        from verdict_evidence e
        join verdicts v on v.id = e.verdict_id
        where e.evidence_id = @id
        order by e.verdict_id, e.ordinal
        """;

    private const string OfSourceSql = """
        select e.verdict_id, e.ordinal, v.claim_id, e.cited
        from verdict_evidence e
        join verdicts v on v.id = e.verdict_id
        where e.source_id = @id
        order by e.verdict_id, e.ordinal
        """;

    private const string UpdateSql = """
        update verdict_evidence
        set cited = @Cited,
            source_url = @Url
        where verdict_id = @Verdict and ordinal = @Ordinal
        """;

    /// <summary>Blanks the copies of an evidence record; its source stays.</summary>
    /// <returns>The verdicts that had one, with their claims.</returns>
    public static Task<IReadOnlyList<(long Id, long Claim)>> BlankEvidenceAsync(Change change, long id) =>
        BlankAsync(change, OfEvidenceSql, id, static cited => cited with
        {
            Excerpt = Blank.Of(cited.Excerpt!),
            Locator = new Locator(),
            Note = null,
            PublicNote = null,
        });

    /// <summary>Blanks the copies of a source; the excerpts stay.</summary>
    /// <returns>The verdicts that had one, with their claims.</returns>
    public static Task<IReadOnlyList<(long Id, long Claim)>> BlankSourceAsync(Change change, long id) =>
        BlankAsync(change, OfSourceSql, id, static cited => cited with
        {
            Source = cited.Source with
            {
                Url = null,
                Title = Blank.Of(cited.Source.Title ?? cited.Source.Url ?? ""),
                Author = null,
                Publisher = null,
                ArchivedUrl = null,
            },
        });

    /// <summary>Whether an event holds a copy of an evidence record.</summary>
    public static bool HasEvidence(RecordedBody body, long id) => Sides(body).Any(side => Cited(side).Any(cited => HasId(cited, id)));

    /// <summary>Whether an event holds a copy of a source: under a citation, or under an evidence record that was deleted.</summary>
    public static bool HasSource(RecordedBody body, long id) => Sides(body).Any(side => Cited(side).Prepend(side)
        .Any(holder => holder.ValueKind == JsonValueKind.Object && holder.TryGetProperty("source", out var source) && HasId(source, id)));

    private static async Task<IReadOnlyList<(long Id, long Claim)>> BlankAsync(
        Change change, string sql, long id, Func<CitedEvidence, CitedEvidence> blank)
    {
        var copies = await change.ListAsync<(long Verdict, int Ordinal, long Claim, CitedEvidence Cited)>(sql, new { id });
        await change.ExecuteAsync(UpdateSql, copies.Select(copy => (copy.Verdict, copy.Ordinal, Blanked: blank(copy.Cited)))
            .Select(static copy => new { copy.Verdict, copy.Ordinal, Cited = copy.Blanked, copy.Blanked.Source.Url }));
        return [.. copies.Select(static copy => (copy.Verdict, copy.Claim)).Distinct()];
    }

    private static IEnumerable<JsonElement> Sides(RecordedBody body) => new[] { body.Before, body.After }
        .OfType<JsonElement>()
        .Where(static side => side.ValueKind == JsonValueKind.Object);

    private static JsonElement[] Cited(JsonElement side) =>
        side.TryGetProperty("evidence", out var cited) && cited.ValueKind == JsonValueKind.Array ? [.. cited.EnumerateArray()] : [];

    private static bool HasId(JsonElement thing, long id) =>
        thing.ValueKind == JsonValueKind.Object
        && thing.TryGetProperty("id", out var found)
        && found.ValueKind == JsonValueKind.Number
        && found.TryGetInt64(out var number)
        && number == id;
}
