using System.Text.Json;

namespace ClaimTracker.Api.Features.Verdicts;

/// <summary>An evidence record as it stood when a verdict cited it: a later edit changes no verdict.</summary>
internal sealed record CitedEvidence
{
    public required long Id { get; init; }

    public required Stance Stance { get; init; }

    public required int? Set { get; init; }

    public required string Excerpt { get; init; }

    public required CitedLocator Locator { get; init; }

    /// <summary>What the desk notes for itself; null for the public.</summary>
    public required string? Note { get; init; }

    public required CitedSource Source { get; init; }
}

internal sealed record CitedLocator(string? Page, string? Timestamp, string? Section, string? Cell);

internal sealed record CitedSource(long Id, string? Url, string? Title, string? Author, string? Publisher, DateOnly? PublishedOn, Medium Medium, SourceKind Kind);

/// <summary>Writes what a verdict rests on.</summary>
internal static class Citations
{
    private const string EvidenceSql = """
        select
            e.id,
            l.stance,
            l.set_number,
            e.excerpt,
            e.locator_page,
            e.locator_timestamp,
            e.locator_section,
            e.locator_cell,
            e.note,
            e.source_id,
            s.url,
            s.title,
            s.author,
            s.publisher,
            s.published_on,
            s.medium,
            s.kind
        from claim_evidence l
        join evidence e on e.id = l.evidence_id
        join sources s on s.id = e.source_id
        where l.claim_id = @claimId
        order by e.id
        """;

    private const string RemoveSql = "delete from verdict_evidence where verdict_id = @id";

    private const string InsertSql = """
        insert into verdict_evidence (verdict_id, ordinal, evidence_id, source_id, source_url, cited)
        values (@id, @Ordinal, @Evidence, @Source, @Url, @Cited)
        """;

    /// <summary>The evidence of a claim: that with the ids, in their order, or all of it.</summary>
    /// <exception cref="ProblemException">400: an id is none of the claim's evidence.</exception>
    public static async Task<IReadOnlyList<CitedEvidence>> OfAsync(ReadTx tx, long claimId, IReadOnlyList<long>? ids)
    {
        var all = (await tx.ListAsync<EvidenceToCite>(EvidenceSql, new { claimId })).Select(static e => e.Cite()).ToDictionary(static e => e.Id);
        var foreign = (ids ?? []).Where(id => !all.ContainsKey(id)).ToList();
        if (foreign.Count > 0)
        {
            throw Problem.Invalid("evidenceIds", $"must name evidence of claim {claimId}; {string.Join(", ", foreign)} is not");
        }

        if (ids is null && all.Count > Limits.EvidenceOfVerdict)
        {
            throw Problem.Invalid("evidenceIds", $"must choose at most {Limits.EvidenceOfVerdict}: the claim has {all.Count} evidence records");
        }

        return ids is null ? [.. all.Values] : [.. ids.Select(id => all[id])];
    }

    /// <summary>Replaces what the verdict rests on.</summary>
    public static async Task WriteAsync(WriteTx tx, long id, IReadOnlyList<CitedEvidence> evidence)
    {
        await tx.ExecuteAsync(RemoveSql, new { id });
        await tx.ExecuteAsync(InsertSql, evidence.Select((e, i) => new
        {
            id,
            Ordinal = i + 1,
            Evidence = e.Id,
            Source = e.Source.Id,
            e.Source.Url,
            Cited = JsonSerializer.Serialize(e, ApiJson.Options),
        }));
    }

    private sealed record EvidenceToCite
    {
        public long Id { get; init; }

        public string Stance { get; init; } = "";

        public int? SetNumber { get; init; }

        public string Excerpt { get; init; } = "";

        public string? LocatorPage { get; init; }

        public string? LocatorTimestamp { get; init; }

        public string? LocatorSection { get; init; }

        public string? LocatorCell { get; init; }

        public string? Note { get; init; }

        public long SourceId { get; init; }

        public string? Url { get; init; }

        public string? Title { get; init; }

        public string? Author { get; init; }

        public string? Publisher { get; init; }

        public DateOnly? PublishedOn { get; init; }

        public string Medium { get; init; } = "";

        public string Kind { get; init; } = "";

        public CitedEvidence Cite() => new()
        {
            Id = Id,
            Stance = EnumWords.Parse<Stance>(Stance),
            Set = SetNumber,
            Excerpt = Excerpt,
            Locator = new CitedLocator(LocatorPage, LocatorTimestamp, LocatorSection, LocatorCell),
            Note = Note,
            Source = new CitedSource(
                SourceId, Url, Title, Author, Publisher, PublishedOn, EnumWords.Parse<Medium>(Medium), EnumWords.Parse<SourceKind>(Kind)),
        };
    }
}
