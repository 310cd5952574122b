using ClaimTracker.Api.Domain.Claims;
using ClaimTracker.Api.Domain.Sources;
using ClaimTracker.Api.Domain.Verdicts;

namespace ClaimTracker.Api.Domain.Judgements;

/// <summary>Reads verdicts as the actor may see them, in two queries however many there are; in three as of an instant.</summary>
internal static class VerdictReader
{
    private const string RowsSql = $"""
        select
            v.id,
            v.claim_id,
            c.text as claim_text,
            {ClaimReader.ClaimantsSql} as claimants,
            c.claim_date,
            v.number,
            s.id as scale_id,
            s.name as scale_name,
            s.worst,
            s.best,
            r.name as rating_name,
            r.value as rating_value,
            v.justification,
            v.state,
            v.author,
            v.reviewer,
            v.origin,
            v.origin_author,
            v.valid_as_of,
            v.review_due,
            v.house,
            v.supersedes,
            n.id as superseded_by,
            n.state as superseded_by_state,
            v.correction_kind,
            v.correction_reason,
            v.correction_public_text,
            v.retraction_reason,
            v.ended_at,
            v.review_url,
            v.review_title,
            v.created_at,
            v.updated_at,
            v.published_at
        from verdicts v
        join claims c on c.id = v.claim_id
        join ratings r on r.id = v.rating_id
        join rating_scales s on s.id = r.scale_id
        left join verdicts n on n.supersedes = v.id
        where v.id in @ids
        """;

    private const string CitedSql = """
        select e.verdict_id, e.cited, s.confidential
        from verdict_evidence e
        join sources s on s.id = e.source_id
        where e.verdict_id in @ids
        order by e.verdict_id, e.ordinal
        """;

    private const string HousesSql = """
        select verdict_id
        from house_verdicts
        where verdict_id in @ids and since <= @at and (until is null or until > @at)
        """;

    public static async Task<VerdictResponse?> FindAsync(ReadTx tx, long id, Actor actor) =>
        await LoadAsync(tx, [id], actor) is [var verdict] ? verdict : null;

    /// <returns>
    /// The verdicts in the order of <paramref name="ids"/>. Verdicts that do not exist, or that the actor may not know of, are left out.
    /// </returns>
    public static async Task<IReadOnlyList<VerdictResponse>> LoadAsync(ReadTx tx, long[] ids, Actor actor)
    {
        var rows = (await tx.ListAsync<Row>(RowsSql, new { ids })).Where(v => actor.Sees(v.State)).ToDictionary(static v => v.Id);

        var cited = (await tx.ListAsync<(long Verdict, CitedEvidence Cited, bool IsConfidential)>(CitedSql, new { ids }))
            .ToLookup(static e => e.Verdict, e => e.Cited.SeenBy(actor, e.IsConfidential));
        return [.. ids.Where(rows.ContainsKey).Select(id => rows[id].ToResponse([.. cited[id]], actor))];
    }

    /// <summary>Reads verdicts as they were at an instant at which they were published; as they are now if no instant is given.</summary>
    public static async Task<IReadOnlyList<VerdictResponse>> LoadAsync(ReadTx tx, long[] ids, Actor actor, DateTimeOffset? asOf)
    {
        var verdicts = await LoadAsync(tx, ids, actor);
        if (asOf is not { } at)
        {
            return verdicts;
        }

        var houses = (await tx.ListAsync<long>(HousesSql, new { ids, at })).ToHashSet();
        return [.. verdicts.Select(v => v with
        {
            State = VerdictState.Published,
            House = houses.Contains(v.Id),
            SupersededBy = null,
            Retraction = null,
        })];
    }

    private sealed record Row
    {
        public required long Id { get; init; }

        public required long ClaimId { get; init; }

        public required string ClaimText { get; init; }

        public required IReadOnlyList<ClaimClaimant>? Claimants { get; init; }

        public required PartialDate? ClaimDate { get; init; }

        public required int Number { get; init; }

        public required long ScaleId { get; init; }

        public required string ScaleName { get; init; }

        public required double? Worst { get; init; }

        public required double? Best { get; init; }

        public required string RatingName { get; init; }

        public required double? RatingValue { get; init; }

        public required string Justification { get; init; }

        public required VerdictState State { get; init; }

        public required string Author { get; init; }

        public required string? Reviewer { get; init; }

        public required VerdictOrigin? Origin { get; init; }

        public required string? OriginAuthor { get; init; }

        public required DateOnly? ValidAsOf { get; init; }

        public required DateOnly? ReviewDue { get; init; }

        public required bool House { get; init; }

        public required long? Supersedes { get; init; }

        public required long? SupersededBy { get; init; }

        public required VerdictState? SupersededByState { get; init; }

        public required CorrectionKind? CorrectionKind { get; init; }

        public required string? CorrectionReason { get; init; }

        public required string? CorrectionPublicText { get; init; }

        public required string? RetractionReason { get; init; }

        public required DateTimeOffset? EndedAt { get; init; }

        public required string? ReviewUrl { get; init; }

        public required string? ReviewTitle { get; init; }

        public required DateTimeOffset CreatedAt { get; init; }

        public required DateTimeOffset UpdatedAt { get; init; }

        public required DateTimeOffset? PublishedAt { get; init; }

        public VerdictResponse ToResponse(IReadOnlyList<CitedEvidence?> evidence, Actor actor) => new()
        {
            Id = Id,
            ClaimId = ClaimId,
            Claim = new JudgedClaim(ClaimId, ClaimText, Claimants ?? [], ClaimDate),
            Number = Number,
            Scale = new VerdictScale(ScaleId, ScaleName, Worst, Best),
            Rating = new RatingName(RatingName, RatingValue),
            Justification = Justification,
            Evidence = [.. evidence.OfType<CitedEvidence>()],
            EvidenceCount = evidence.Count,
            State = State,
            Author = Author,
            Reviewer = Reviewer,
            Origin = Origin,
            OriginAuthor = OriginAuthor,
            ValidAsOf = ValidAsOf,
            ReviewDue = ReviewDue,
            House = House,
            Supersedes = Supersedes,
            SupersededBy = SupersededByState is { } state && actor.Sees(state) ? SupersededBy : null,
            Correction = CorrectionKind is { } kind ? new VerdictCorrection(kind, CorrectionReason!, CorrectionPublicText!) : null,
            Retraction = RetractionReason is { } reason ? new VerdictRetraction(reason, EndedAt!.Value) : null,
            Review = ReviewUrl is null && ReviewTitle is null ? null : new Review { Url = ReviewUrl, Title = ReviewTitle },
            CreatedAt = CreatedAt,
            UpdatedAt = UpdatedAt,
            PublishedAt = PublishedAt,
        };
    }
}
