namespace ClaimTracker.Api.Domain.Judgements;

/// <summary>Writes verdicts that were made elsewhere. Nobody at this desk has reviewed them, and the history does not say so.</summary>
internal static class ImportedVerdictWriter
{
    /// <summary>How far the clock of another desk may be ahead, or a day that begins there before it does here.</summary>
    private static readonly TimeSpan Ahead = TimeSpan.FromDays(1);

    // Files often keep whole seconds. By the index of ids SQLite would read through all verdicts of the rating: the + keeps it off.
    private const string SameSql = """
        select id, state, correction_kind is not null as is_correction
        from verdicts
        where current_claim_id = @claim and rating_id = @rating and published_at >= @from and published_at < @until
        order by +id
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
    /// 400: the scale or the rating does not exist, a time is impossible, it comes after its correction, or it is here in another state.
    /// </exception>
    public static async Task<bool> TryInsertAsync(
        Change change, long claim, ImportedVerdict verdict, IReadOnlyList<long> cited)
    {
        RequireTimes(verdict, latest: change.Now + Ahead);
        var rating = await RatingChoice.FindAsync(change, verdict.Scale, verdict.Rating!);
        var (from, until) = SecondOf(verdict.PublishedAt);
        if (await change.FirstAsync<SameVerdict>(SameSql, new { claim, rating, from, until }) is { } same)
        {
            RequireSame(verdict, same);
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
            verdict.EndedAt,
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

    private static void RequireTimes(ImportedVerdict verdict, DateTimeOffset latest)
    {
        if (verdict.PublishedAt > latest)
        {
            throw Problem.Invalid("published_at", "must not lie in the future");
        }

        if (verdict.EndedAt > latest)
        {
            throw Problem.Invalid("ended_at", "must not lie in the future");
        }

        if (verdict.EndedAt < new DateTimeOffset(verdict.PublishedAt.UtcDateTime.Date, TimeSpan.Zero)) // Files often keep days.
        {
            throw Problem.Invalid("ended_at", "must not come before published_at");
        }
    }

    // A published verdict is corrected or retracted by somebody, with a reason: not by a file. Of files that keep days, a correction of
    // the same day with the same rating looks like what it corrects.
    private static void RequireSame(ImportedVerdict verdict, SameVerdict same)
    {
        if (verdict.State != same.State
            && (same.State == VerdictState.Published || (verdict.Correction is not null && !same.IsCorrection)))
        {
            throw Problem.Invalid(
                "state",
                $"must be {same.State.ToWord()}, as verdict {same.Id} of the same rating and second is here: correct or retract it here. "
                + "If the row is another verdict, published_at needs a time of day.");
        }
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
                $"must not be superseded: its correction, verdict {correction}, is here already, and can no longer be linked to it");
        }
    }

    private static (DateTimeOffset From, DateTimeOffset Until) SecondOf(DateTimeOffset at)
    {
        var from = at.AddTicks(-(at.Ticks % TimeSpan.TicksPerSecond));
        return (from, from.AddSeconds(1));
    }

    private sealed record SameVerdict
    {
        public required long Id { get; init; }

        public required VerdictState State { get; init; }

        public required bool IsCorrection { get; init; }
    }
}
