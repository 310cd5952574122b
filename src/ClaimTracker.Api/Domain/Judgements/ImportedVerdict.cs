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

    /// <summary>Why it replaced an earlier one there; null if it replaced none.</summary>
    public required CorrectionNote? Correction { get; init; }

    /// <summary>When its correction was published there; null if it has none.</summary>
    public required DateTimeOffset? SupersededAt { get; init; }

    /// <summary>Why and when it was retracted there; null where it stands.</summary>
    public required VerdictRetraction? Retraction { get; init; }

    public VerdictState State => Retraction is not null ? VerdictState.Retracted
        : SupersededAt is not null ? VerdictState.Superseded
        : VerdictState.Published;
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
        RuleFor(static v => v.Correction!).SetValidator(CorrectionNoteValidator.Instance).When(static v => v.Correction is not null);
        RuleFor(static v => v.Retraction!.Reason).Required(Limits.Reason).OverridePropertyName("retraction_reason")
            .When(static v => v.Retraction is not null);
    }
}

/// <summary>What the history keeps of a verdict that was made elsewhere.</summary>
internal sealed record ImportedContent(
    long ClaimId, ImportedVerdict Verdict, bool House, IReadOnlyList<long> EvidenceIds, long? Supersedes) : IOfClaim;

/// <summary>Writes verdicts that were made elsewhere. Nobody at this desk has reviewed them, and the history does not say so.</summary>
internal static class ImportedVerdictWriter
{
    /// <summary>How far the clock of another desk may be ahead, or a day there that has begun here only later.</summary>
    private static readonly TimeSpan Ahead = TimeSpan.FromDays(1);

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

    // Ids of another desk say nothing here. A correction is published in the moment in which it supersedes.
    private const string CorrectedSql = """
        select v.id
        from verdicts v
        where v.current_claim_id = @claim
            and v.state = 'superseded'
            and v.origin = 'imported'
            and v.ended_at >= @from and v.ended_at < @until
            and not exists (select 1 from verdicts n where n.supersedes = v.id)
        order by v.id
        limit 2
        """;

    private const string CorrectionSql = """
        select v.id
        from verdicts v
        where v.current_claim_id = @claim
            and v.correction_kind is not null
            and v.supersedes is null
            and v.origin = 'imported'
            and v.published_at >= @from and v.published_at < @until
        order by v.id
        limit 1
        """;

    private const string InsertSql = """
        insert into verdicts (
            claim_id, current_claim_id, number, rating_id, justification, state, author, valid_as_of, house, supersedes,
            correction_kind, correction_reason, correction_public_text, review_url, review_title, created_at, updated_at, published_at,
            retraction_reason, ended_at, origin, origin_author)
        values (
            @ClaimId, @ClaimId, @Number, @RatingId, @Justification, @State, @Author, @ValidAsOf, @House, @Supersedes,
            @Kind, @Reason, @PublicText, @ReviewUrl, @ReviewTitle, @CreatedAt, @UpdatedAt, @PublishedAt,
            @RetractionReason, @EndedAt, @Origin, @OriginAuthor)
        returning id
        """;

    private const string HouseSql = "insert into house_verdicts (verdict_id, since) values (@id, @Now)";

    /// <summary>Adds a verdict to a claim, unless it is there: with the same rating, published in the same second.</summary>
    /// <param name="change">The change.</param>
    /// <param name="claim">The claim.</param>
    /// <param name="verdict">The verdict.</param>
    /// <param name="cited">The ids of its evidence.</param>
    /// <returns>Whether it was added.</returns>
    /// <exception cref="ProblemException">
    /// 400: the scale or the rating does not exist, it was published in the future, or it comes after its correction.
    /// </exception>
    public static async Task<bool> TryInsertAsync(
        Change change, long claim, ImportedVerdict verdict, IReadOnlyList<long> cited)
    {
        if (verdict.PublishedAt > change.Now + Ahead)
        {
            throw Problem.Invalid("published_at", "must not lie in the future");
        }

        var rating = await RatingChoice.FindAsync(change, verdict.Scale, verdict.Rating!);
        var (from, until) = SecondOf(verdict.PublishedAt);
        if (await change.AnyAsync(SameSql, new { claim, rating, from, until }))
        {
            return false;
        }

        await RequireBeforeItsCorrectionAsync(change, claim, verdict);
        var evidence = await VerdictCitations.OfAsync(change, claim, cited);
        var (last, houses) = await change.SingleAsync<(long Last, long Houses)>(OthersSql, new { claim });
        var row = new
        {
            ClaimId = claim,
            Number = last + 1,
            RatingId = rating,
            verdict.Justification,
            verdict.State,
            Author = change.Actor.Name,
            verdict.ValidAsOf,
            House = verdict.State == VerdictState.Published && houses == 0,
            Supersedes = verdict.Correction is null ? null : await CorrectedAsync(change, claim, verdict.PublishedAt),
            verdict.Correction?.Kind,
            verdict.Correction?.Reason,
            verdict.Correction?.PublicText,
            ReviewUrl = verdict.Review?.Url,
            ReviewTitle = verdict.Review?.Title,
            CreatedAt = change.Now,
            UpdatedAt = change.Now,
            verdict.PublishedAt,
            RetractionReason = verdict.Retraction?.Reason,
            EndedAt = verdict.Retraction?.At ?? verdict.SupersededAt,
            Origin = VerdictOrigin.Imported,
            OriginAuthor = verdict.Author,
        };
        var id = await change.InsertAsync(InsertSql, row);
        await VerdictCitations.WriteAsync(change, id, evidence);
        if (row.House)
        {
            await change.ApplyAsync(HouseSql, new { id, change.Now });
        }

        var after = new ImportedContent(claim, verdict, row.House, cited, row.Supersedes);
        await change.RecordAsync(EventKind.VerdictImported, Subject.Verdict(id), before: null, after);
        return true;
    }

    // Of two that ended in that second nobody can tell: the note then stands without the verdict that it is about.
    private static async Task<long?> CorrectedAsync(Change change, long claim, DateTimeOffset at)
    {
        var (from, until) = SecondOf(at);
        return await change.ListAsync<long>(CorrectedSql, new { claim, from, until }) is [var only] ? only : null;
    }

    // A published verdict does not change, and in a line of corrections the ids ascend.
    private static async Task RequireBeforeItsCorrectionAsync(Change change, long claim, ImportedVerdict verdict)
    {
        if (verdict.SupersededAt is not { } at)
        {
            return;
        }

        var (from, until) = SecondOf(at);
        if (await change.FirstAsync<long?>(CorrectionSql, new { claim, from, until }) is { } correction)
        {
            throw Problem.Invalid(
                "state",
                $"must not be superseded: its correction, verdict {correction}, is here already. Put rows in the order of published_at.");
        }
    }

    private static (DateTimeOffset From, DateTimeOffset Until) SecondOf(DateTimeOffset at)
    {
        var from = at.AddTicks(-(at.Ticks % TimeSpan.TicksPerSecond));
        return (from, from.AddSeconds(1));
    }
}
