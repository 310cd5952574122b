namespace ClaimTracker.Api.Features.Articles;

internal sealed record LocateQuoteRequest
{
    /// <summary>The article.</summary>
    [RouteParam]
    public long Id { get; init; }

    /// <summary>The words to find.</summary>
    public string? Exact { get; init; }

    /// <summary>The words before them: they tell places apart that are equally good.</summary>
    public string? Prefix { get; init; }

    /// <summary>The words after them.</summary>
    public string? Suffix { get; init; }

    /// <summary>One of its versions; the newest, if left out.</summary>
    public int? Version { get; init; }
}

/// <summary>The places of a quote in a version.</summary>
internal sealed record LocateQuoteResponse
{
    public required int Version { get; init; }

    /// <summary>
    /// exact and normalised: the first match is the place. moved: it is the only one, among other words than `prefix` and `suffix`.
    /// ambiguous: a person has to choose among the matches. lost: there is none.
    /// </summary>
    public required AnchorState State { get; init; }

    /// <summary>Best first, 20 at most; empty if nothing is like the quote.</summary>
    public required IReadOnlyList<LocatedQuote> Matches { get; init; }
}

/// <summary>One place: `text[start..end)` of the version is exactly its text.</summary>
internal sealed record LocatedQuote
{
    public required int Start { get; init; }

    public required int End { get; init; }

    public required string Text { get; init; }

    /// <summary>1, or for a fuzzy match 1 minus the share of characters that differ: at least 0.7.</summary>
    public required double Score { get; init; }

    /// <summary>exact: equal to the character. tolerant: equal but for white space, case and kinds of marks. fuzzy: similar.</summary>
    public required QuoteMatchKind Kind { get; init; }

    /// <summary>The sentences that it is in, or touches, in order.</summary>
    public required IReadOnlyList<LocatedSentence> Sentences { get; init; }
}

/// <summary>A sentence at its place in the version.</summary>
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
    public override void Configure()
    {
        Post("{id}/locate");
        Group<ArticlesGroup>();
        Policies(nameof(Permission.Read));
        Summary(static s =>
        {
            s.Summary = "Find a quote in an article";
            s.Description =
                "Takes a W3C TextQuoteSelector. Places that are equal to the character come first, then those that differ in white space, "
                + "case, or the kind of quotation marks and dashes. If there are none, similar places follow, each with a score.";
        });
        Description(
            static d => d.Produces<LocateQuoteResponse>().AnswersNoResource().ProducesProblem(404).RunsHeavy(), clearDefaults: true);
    }

    public override async Task HandleAsync(LocateQuoteRequest request, CancellationToken ct)
    {
        var version = await db.ReadAsync(tx => VersionReader.FindAsync(tx, request.Id, request.Version), ct);
        var matches = QuoteFinder.Find(version.Text, request.Exact!, request.Prefix, request.Suffix);
        var anchor = QuoteFinder.Anchor(version.Text, request.Exact!, request.Prefix, request.Suffix, withSimilar: false);
        var runes = matches.Count == 0 ? [] : version.Text.EnumerateRunes().ToArray();
        await Send.AnswerAsync(new LocateQuoteResponse
        {
            Version = version.Version,
            State = matches.Count == 0 ? AnchorState.Lost : anchor.Place is null ? AnchorState.Ambiguous : anchor.State,
            Matches = [.. matches.Select(match => new LocatedQuote
            {
                Start = match.Start,
                End = match.End,
                Text = string.Concat(runes[match.Start..match.End]),
                Score = Math.Round(match.Score, 4),
                Kind = match.Kind,
                Sentences = [.. version.Sentences
                    .Where(s => s.Start < match.End && match.Start < s.End)
                    .Select(static s => new LocatedSentence(s.Id, s.Ordinal, s.Start, s.End))],
            })],
        });
    }
}
