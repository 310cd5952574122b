namespace ClaimTracker.Api.Features.Articles;

internal sealed record CompareVersionsRequest
{
    [RouteParam]
    public long Id { get; init; }

    /// <summary>The version to begin with; the one before the newest, if left out.</summary>
    [QueryParam]
    public int? From { get; init; }

    /// <summary>The version to end with; the newest, if left out.</summary>
    [QueryParam]
    public int? To { get; init; }
}

/// <summary>The differences of two versions. Anything that is the same in both is left out.</summary>
internal sealed record ComparisonResponse(
    long ArticleId, int From, int To, IReadOnlyList<BlockChange> Blocks, IReadOnlyList<SentencesChange> Sentences);

internal sealed record BlockChange(ChangeKind Kind, IReadOnlyList<ComparedBlock> From, IReadOnlyList<ComparedBlock> To);

internal sealed record ComparedBlock(int Ordinal, BlockType Type, int Start, int End, string Text);

internal sealed record SentencesChange(ChangeKind Kind, IReadOnlyList<ComparedSentence> From, IReadOnlyList<ComparedSentence> To);

internal sealed record ComparedSentence(long Id, int Ordinal, int Start, int End, string Text);

internal sealed class CompareVersionsValidator : Validator<CompareVersionsRequest>
{
    public CompareVersionsValidator()
    {
        RuleFor(static r => r.From).GreaterThan(0).WithMessage("must be the number of a version, from 1");
        RuleFor(static r => r.To).GreaterThan(0).WithMessage("must be the number of a version, from 1");
    }
}

internal sealed class CompareVersions(Db db, Comparisons kept) : Endpoint<CompareVersionsRequest, ComparisonResponse>
{
    private const string ErasedSql = "select 1 from articles where id = @Id and erased_at is not null";

    public override void Configure()
    {
        Get("{id}/compare");
        Group<ArticlesGroup>();
        Policies(nameof(Permission.Read));
        Summary(static s =>
        {
            s.Summary = "Compare two versions of an article";
            s.Description = "Lists the blocks and sentences that were edited, split, merged, inserted or deleted.";
        });
        Description(static d => d.Produces<ComparisonResponse>().ProducesProblem(404).RunsHeavy(), clearDefaults: true);
    }

    public override async Task HandleAsync(CompareVersionsRequest request, CancellationToken ct)
    {
        var (erased, from, to) = await db.ReadAsync(
            async tx =>
            {
                var erased = await tx.AnyAsync(ErasedSql, new { request.Id });
                var to = await VersionReader.NumberAsync(tx, request.Id, request.To);
                return (erased, await VersionReader.NumberAsync(tx, request.Id, request.From ?? Math.Max(to - 1, 1)), to);
            },
            ct);
        await Send.ResourceAsync(await kept.GetAsync(
            request.Id, erased, from, to, () => CompareAsync(request.Id, from, to, ct)));
    }

    // Compared after the read: it holds no transaction open meanwhile. Nobody pays for it when the client has left.
    private async Task<ComparisonResponse> CompareAsync(long article, int fromVersion, int toVersion, CancellationToken ct)
    {
        var (from, to) = await db.ReadAsync(
            async tx => (await VersionReader.FindAsync(tx, article, fromVersion), await VersionReader.FindAsync(tx, article, toVersion)),
            ct);
        return new ComparisonResponse(article, fromVersion, toVersion, Blocks(from, to, ct), Sentences(from, to, ct));
    }

    private static IReadOnlyList<SentencesChange> Sentences(ArticleVersion from, ArticleVersion to, CancellationToken ct) =>
    [
        .. SentenceAligner.Align([.. from.Sentences.Select(static s => s.Text)], [.. to.Sentences.Select(static s => s.Text)], ct)
            .Where(static change => change.Kind != ChangeKind.Kept)
            .Select(change => new SentencesChange(change.Kind, Compared(from, change.Before), Compared(to, change.After))),
    ];

    private static IReadOnlyList<BlockChange> Blocks(ArticleVersion from, ArticleVersion to, CancellationToken ct)
    {
        var (before, after) = (Compared(from), Compared(to));
        return
        [
            .. SentenceAligner.Align([.. before.Select(static b => b.Text)], [.. after.Select(static b => b.Text)], ct)
                .Where(change => change.Kind != ChangeKind.Kept || before[change.Before[0]].Type != after[change.After[0]].Type)
                .Select(change => new BlockChange(
                    change.Kind == ChangeKind.Kept ? ChangeKind.Edited : change.Kind,
                    [.. change.Before.Select(i => before[i])],
                    [.. change.After.Select(i => after[i])])),
        ];
    }

    private static List<ComparedSentence> Compared(ArticleVersion version, IEnumerable<int> ordinals) =>
    [
        .. ordinals.Select(i => version.Sentences[i]).Select(static s => new ComparedSentence(s.Id, s.Ordinal, s.Start, s.End, s.Text)),
    ];

    private static List<ComparedBlock> Compared(ArticleVersion version)
    {
        var texts = CodePoints.Slices(version.Text, version.Blocks.Select(static b => (b.Start, b.End)));
        return [.. version.Blocks.Zip(texts, static (b, text) => new ComparedBlock(b.Ordinal, b.Type, b.Start, b.End, text))];
    }
}
