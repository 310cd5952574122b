namespace ClaimTracker.Api.Features.Articles;

internal sealed record LocateQuoteRequest
{
    /// <summary>The article.</summary>
    [RouteParam]
    public long Id { get; init; }

    /// <summary>The words to find.</summary>
    public string? Exact { get; init; }

    /// <summary>What stands before them: tells places apart that are as good.</summary>
    public string? Prefix { get; init; }

    /// <summary>What stands after them.</summary>
    public string? Suffix { get; init; }

    /// <summary>One of its versions; the newest, if left out.</summary>
    public int? Version { get; init; }
}

/// <summary>Where a quote stands in a version.</summary>
internal sealed record LocateQuoteResponse
{
    public required int Version { get; init; }

    /// <summary>Best first, 20 at most; none where nothing is like the quote.</summary>
    public required IReadOnlyList<LocatedQuote> Matches { get; init; }
}

/// <summary>One place: `text[start..end)` of the version is exactly its text.</summary>
internal sealed record LocatedQuote
{
    public required int Start { get; init; }

    public required int End { get; init; }

    public required string Text { get; init; }

    /// <summary>1, or for a fuzzy match 1 less the share of characters that differ: 0.7 at least.</summary>
    public required double Score { get; init; }

    /// <summary>To the character; apart from white space, case and the kind of marks; or with other characters here and there.</summary>
    public required QuoteMatchKind Kind { get; init; }

    /// <summary>Those that it stands in, or touches, in order.</summary>
    public required IReadOnlyList<LocatedSentence> Sentences { get; init; }
}

/// <summary>A sentence, and where it stands in the version.</summary>
internal sealed record LocatedSentence(long Id, int Ordinal, int Start, int End);

internal sealed class LocateQuoteValidator : Validator<LocateQuoteRequest>
{
    public LocateQuoteValidator()
    {
        RuleFor(static q => q.Exact).Required(Limits.Excerpt);
        RuleFor(static q => q.Prefix).AtMost(Limits.Text);
        RuleFor(static q => q.Suffix).AtMost(Limits.Text);
    }
}

internal sealed class LocateQuote(Db db) : Endpoint<LocateQuoteRequest, LocateQuoteResponse>
{
    private const string TextSql = """
        select v.version, v.text
        from articles a
        join article_versions v on v.article_id = a.id and v.version = coalesce(@Version, a.version)
        where a.id = @Id
        """;

    private const string SentencesSql = """
        select sentence_id as id, ordinal, start_offset, end_offset
        from sentence_positions
        where article_id = @Id and version = @Version
        order by ordinal
        """;

    public override void Configure()
    {
        Post("{id}/locate");
        Group<ArticlesGroup>();
        Policies(nameof(Permission.Read));
        Summary(static s =>
        {
            s.Summary = "Find a quote in an article";
            s.Description =
                "As a W3C TextQuoteSelector gives it. Places where it stands to the character come first, then those that differ in "
                + "white space, case, or the kind of quotation marks and dashes; only where there are none, places that are like it, with "
                + "a score.";
        });
        Description(static d => d.Produces<LocateQuoteResponse>().ProducesProblem(404), clearDefaults: true);
    }

    public override async Task HandleAsync(LocateQuoteRequest request, CancellationToken ct)
    {
        var (version, sentences) = await db.ReadAsync(
            async tx =>
            {
                var found = (await tx.FirstAsync<TextRow>(TextSql, new { request.Id, request.Version }))
                    .OrNoVersion(request.Id, request.Version);
                return (found, await tx.ListAsync<PositionRow>(SentencesSql, new { request.Id, found.Version }));
            },
            ct);
        var matches = QuoteFinder.Find(version.Text, request.Exact!, request.Prefix, request.Suffix);
        var runes = matches.Count == 0 ? [] : version.Text.EnumerateRunes().ToArray();
        await Send.AnswerAsync(new LocateQuoteResponse
        {
            Version = version.Version,
            Matches = [.. matches.Select(match => new LocatedQuote
            {
                Start = match.Start,
                End = match.End,
                Text = string.Concat(runes[match.Start..match.End]),
                Score = Math.Round(match.Score, 4),
                Kind = match.Kind,
                Sentences = [.. sentences
                    .Where(s => s.StartOffset < match.End && match.Start < s.EndOffset)
                    .Select(static s => new LocatedSentence(s.Id, s.Ordinal, s.StartOffset, s.EndOffset))],
            })],
        });
    }

    private sealed record TextRow
    {
        public int Version { get; init; }

        public string Text { get; init; } = "";
    }

    private sealed record PositionRow
    {
        public long Id { get; init; }

        public int Ordinal { get; init; }

        public int StartOffset { get; init; }

        public int EndOffset { get; init; }
    }
}
