using ClaimTracker.Api.Domain.Sources;

namespace ClaimTracker.Api.Domain.Judgements;

/// <summary>Reads the evidence that a verdict can cite, and writes the citations of a verdict.</summary>
internal static class VerdictCitations
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
            e.internal is null as public,
            e.public_note,
            e.source_id,
            s.url,
            s.title,
            s.author,
            s.publisher,
            s.published_on,
            s.accessed_on,
            s.archived_url,
            s.medium,
            s.kind,
            s.confidential
        from claim_evidence l
        join evidence e on e.id = l.evidence_id
        join sources s on s.id = e.source_id
        where l.claim_id = (select coalesce(max(m.successor_id), @claimId) from claim_merges m where m.claim_id = @claimId)
        order by e.id
        """;

    private const string RemoveSql = "delete from verdict_evidence where verdict_id = @id";

    private const string InsertSql = """
        insert into verdict_evidence (verdict_id, ordinal, evidence_id, source_id, source_url, cited, internal)
        values (@id, @Ordinal, @Evidence, @Source, @Url, @Cited, case when @Public then null else true end)
        """;

    /// <summary>Reads the evidence of a claim as it is now: the records with the ids, in their order, or all of them.</summary>
    /// <exception cref="ProblemException">400: an id is not that of evidence of the claim, or there is too much to cite all.</exception>
    public static async Task<IReadOnlyList<CitedEvidence>> OfAsync(ReadTx tx, long claimId, IReadOnlyList<long>? ids)
    {
        var all = (await tx.ListAsync<Row>(EvidenceSql, new { claimId })).ToDictionary(static row => row.Id, static row => row.Cite());
        var foreign = (ids ?? []).Where(id => !all.ContainsKey(id)).ToList();
        if (foreign.Count > 0)
        {
            throw Problem.Invalid("evidenceIds", $"must name evidence of claim {claimId}; {string.Join(", ", foreign)} is not");
        }

        if (ids is null && all.Count > Limits.EvidenceOfVerdict)
        {
            throw Problem.Invalid(
                "evidenceIds", $"must choose at most {Limits.EvidenceOfVerdict}: the claim has {all.Count} evidence records");
        }

        return ids is null ? [.. all.Values] : [.. ids.Select(id => all[id])];
    }

    /// <summary>Replaces the evidence that a verdict cites.</summary>
    public static async Task WriteAsync(WriteTx tx, long id, IReadOnlyList<CitedEvidence> evidence)
    {
        await tx.ApplyAsync(RemoveSql, new { id });
        await tx.ApplyAsync(InsertSql, evidence.Select((e, i) => new
        {
            id,
            Ordinal = i + 1,
            Evidence = e.Id,
            Source = e.Source.Id,
            e.Source.Url,
            Cited = e,
            e.Public,
        }));
    }

    private sealed record Row
    {
        public required long Id { get; init; }

        public required Stance Stance { get; init; }

        public required int? SetNumber { get; init; }

        public required string Excerpt { get; init; }

        public required string? LocatorPage { get; init; }

        public required string? LocatorTimestamp { get; init; }

        public required string? LocatorSection { get; init; }

        public required string? LocatorCell { get; init; }

        public required string? Note { get; init; }

        public required bool Public { get; init; }

        public required string? PublicNote { get; init; }

        public required long SourceId { get; init; }

        public required string? Url { get; init; }

        public required string? Title { get; init; }

        public required string? Author { get; init; }

        public required string? Publisher { get; init; }

        public required PartialDate? PublishedOn { get; init; }

        public required DateOnly? AccessedOn { get; init; }

        public required string? ArchivedUrl { get; init; }

        public required Medium Medium { get; init; }

        public required SourceKind Kind { get; init; }

        public required bool Confidential { get; init; }

        public CitedEvidence Cite() => new()
        {
            Id = Id,
            Stance = Stance,
            Set = SetNumber,
            Excerpt = Excerpt,
            Locator = new Locator { Page = LocatorPage, Timestamp = LocatorTimestamp, Section = LocatorSection, Cell = LocatorCell },
            Note = Note,
            Public = Public,
            PublicNote = PublicNote,
            Source = new CitedSource(SourceId, Url, Title, Author, Publisher, PublishedOn, Medium, Kind)
            {
                AccessedOn = AccessedOn,
                ArchivedUrl = ArchivedUrl,
                Confidential = Confidential,
            },
        };
    }
}
