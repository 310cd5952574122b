using ClaimTracker.Api.Domain.Sources;

namespace ClaimTracker.Api.Domain.Judgements;

/// <summary>A verdict that was made elsewhere.</summary>
internal sealed record ImportedVerdict : INamesRating
{
    public required NameOrNumber? Rating { get; init; }

    public required NameOrNumber? Scale { get; init; }

    public required string Justification { get; init; }

    public required DateOnly? ValidAsOf { get; init; }

    public required DateTimeOffset PublishedAt { get; init; }

    /// <summary>Who made it there; no user of this desk.</summary>
    public required string? Author { get; init; }

    public required Review? Review { get; init; }

    /// <summary>Why and when it was retracted there; null where it stands.</summary>
    public required VerdictRetraction? Retraction { get; init; }
}

internal sealed class ImportedVerdictValidator : AbstractValidator<ImportedVerdict>
{
    public static readonly ImportedVerdictValidator Instance = new();

    public ImportedVerdictValidator()
    {
        Include(NamesRatingValidator.Instance);
        RuleFor(static v => v.Justification).AtMost(Limits.Justification);
        RuleFor(static v => v.Author).Optional(Limits.Title);
        RuleFor(static v => v.Review!).SetValidator(new ReviewValidator()).When(static v => v.Review is not null);
        RuleFor(static v => v.Retraction!.Reason).Required(Limits.Reason).OverridePropertyName("retraction_reason")
            .When(static v => v.Retraction is not null);
    }
}

/// <summary>What the history keeps of a verdict that was made elsewhere.</summary>
internal sealed record ImportedContent(long ClaimId, ImportedVerdict Verdict, bool House, IReadOnlyList<long> EvidenceIds) : IOfClaim;

/// <summary>Writes verdicts that were made elsewhere. Nobody at this desk has reviewed them, and the history does not say so.</summary>
internal static class ImportedVerdictWriter
{
    // Files often keep whole seconds. In an order of ids SQLite would read through all verdicts that have the rating.
    private const string SameSql = """
        select 1
        from verdicts
        where current_claim_id = @claim and rating_id = @rating and published_at >= @from and published_at < @until
        limit 1
        """;

    private const string OthersSql = """
        select
            cast(coalesce(max(number), 0) as bigint) as last,
            cast(coalesce(max(case when house then 1 else 0 end), 0) as bigint) as houses
        from verdicts
        where current_claim_id = @claim
        """;

    private const string InsertSql = """
        insert into verdicts (
            claim_id, current_claim_id, number, rating_id, justification, state, author, valid_as_of, house, review_url, review_title,
            created_at, updated_at, published_at, retraction_reason, ended_at, origin, origin_author)
        values (
            @ClaimId, @ClaimId, @Number, @RatingId, @Justification, @State, @Author, @ValidAsOf, @House, @ReviewUrl, @ReviewTitle,
            @CreatedAt, @UpdatedAt, @PublishedAt, @RetractionReason, @EndedAt, @Origin, @OriginAuthor)
        returning id
        """;

    private const string HouseSql = "insert into house_verdicts (verdict_id, since) values (@id, @Now)";

    /// <summary>Adds a verdict to a claim, unless it is there: with the same rating, published in the same second.</summary>
    /// <param name="change">The change.</param>
    /// <param name="claim">The claim.</param>
    /// <param name="verdict">The verdict.</param>
    /// <param name="cited">The ids of its evidence.</param>
    /// <returns>Whether it was added.</returns>
    /// <exception cref="ProblemException">400: the scale or the rating does not exist.</exception>
    public static async Task<bool> TryInsertAsync(
        Change change, long claim, ImportedVerdict verdict, IReadOnlyList<long> cited)
    {
        var rating = await RatingChoice.FindAsync(change, verdict.Scale, verdict.Rating!);
        var from = verdict.PublishedAt.AddTicks(-(verdict.PublishedAt.Ticks % TimeSpan.TicksPerSecond));
        if (await change.AnyAsync(SameSql, new { claim, rating, from, until = from.AddSeconds(1) }))
        {
            return false;
        }

        var evidence = await VerdictCitations.OfAsync(change, claim, cited);
        var (last, houses) = await change.SingleAsync<(long Last, long Houses)>(OthersSql, new { claim });
        var row = new
        {
            ClaimId = claim,
            Number = last + 1,
            RatingId = rating,
            verdict.Justification,
            State = verdict.Retraction is null ? VerdictState.Published : VerdictState.Retracted,
            Author = change.Actor.Name,
            verdict.ValidAsOf,
            House = verdict.Retraction is null && houses == 0,
            ReviewUrl = verdict.Review?.Url,
            ReviewTitle = verdict.Review?.Title,
            CreatedAt = change.Now,
            UpdatedAt = change.Now,
            verdict.PublishedAt,
            RetractionReason = verdict.Retraction?.Reason,
            EndedAt = verdict.Retraction?.At,
            Origin = VerdictOrigin.Imported,
            OriginAuthor = verdict.Author,
        };
        var id = await change.InsertAsync(InsertSql, row);
        await VerdictCitations.WriteAsync(change, id, evidence);
        if (row.House)
        {
            await change.ApplyAsync(HouseSql, new { id, change.Now });
        }

        var after = new ImportedContent(claim, verdict, row.House, cited);
        await change.RecordAsync(EventKind.VerdictImported, Subject.Verdict(id), before: null, after);
        return true;
    }
}
