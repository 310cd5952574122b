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
    public required (string Reason, DateTimeOffset At)? Retraction { get; init; }
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
        RuleFor(static v => v.Retraction!.Value.Reason).Required(Limits.Reason).OverridePropertyName("retraction_reason")
            .When(static v => v.Retraction is not null);
    }
}

/// <summary>Writes verdicts that were made elsewhere. Nobody at this desk has reviewed them, and the history does not say so.</summary>
internal static class ImportedVerdictWriter
{
    // Files often keep whole seconds.
    private const string SameSql = """
        select id
        from verdicts
        where current_claim_id = @claim and rating_id = @rating and published_at >= @from and published_at < @until
        order by id
        limit 1
        """;

    private const string InsertSql = """
        insert into verdicts (
            claim_id, current_claim_id, number, rating_id, justification, state, author, valid_as_of, review_url, review_title,
            created_at, updated_at, published_at, retraction_reason, ended_at, origin, origin_author)
        values (
            @claim, (select coalesce(max(m.successor_id), @claim) from claim_merges m where m.claim_id = @claim),
            (select coalesce(max(number), 0) + 1 from verdicts where claim_id = @claim), @rating, @Justification, @State,
            @Name, @ValidAsOf, @Url, @Title, @Now, @Now, @PublishedAt, @Reason, @At, 'imported', @Author)
        returning id
        """;

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
        if (await change.FirstAsync<long?>(SameSql, new { claim, rating, from, until = from.AddSeconds(1) }) is not null)
        {
            return false;
        }

        var evidence = await VerdictCitations.OfAsync(change, claim, cited);
        var id = await change.InsertAsync(InsertSql, new
        {
            claim,
            rating,
            verdict.Justification,
            State = verdict.Retraction is null ? VerdictState.Published : VerdictState.Retracted,
            change.Actor.Name,
            verdict.ValidAsOf,
            verdict.Review?.Url,
            verdict.Review?.Title,
            change.Now,
            verdict.PublishedAt,
            verdict.Retraction?.Reason,
            verdict.Retraction?.At,
            verdict.Author,
        });
        await VerdictCitations.WriteAsync(change, id, evidence);
        if (verdict.Retraction is null && await HouseVerdict.FindAsync(change, claim) is null)
        {
            await HouseVerdict.SetAsync(change, claim, before: null, after: id);
        }

        var after = (await VerdictReader.FindAsync(change, id, change.Actor))!;
        await change.RecordAsync(EventKind.VerdictImported, Subject.Verdict(id), before: null, after);
        return true;
    }
}
