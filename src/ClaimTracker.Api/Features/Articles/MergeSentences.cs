namespace ClaimTracker.Api.Features.Articles;

internal sealed record MergeSentencesRequest
{
    /// <summary>The article.</summary>
    [RouteParam]
    public long Id { get; init; }

    /// <summary>Two or more sentences that follow each other in one block.</summary>
    public IReadOnlyList<long>? Ids { get; init; }
}

internal sealed class MergeSentencesValidator : Validator<MergeSentencesRequest>
{
    public MergeSentencesValidator() => RuleFor(static r => r.Ids)
        .AtLeast(2).WithMessage("must name at least two sentences")
        .AtMost(Limits.SentencesOfMerge);
}

internal sealed class MergeSentences : PreparedWriteEndpoint<MergeSentencesRequest, PreparedRevision, RevisionResponse>
{
    public override void Configure()
    {
        Post("{id}/sentences/merge");
        Group<ArticlesGroup>();
        Policies(nameof(Permission.Write));
        Summary(static s =>
        {
            s.Summary = "Merge sentences by hand";
            s.Description =
                "Neighbours in one block. Makes a new version of the article, with the same text. Their claims go along, to be checked "
                + "again. If-Match, if it is sent, takes the ETag of its text, or that of the article.";
        });
        Description(
            static d => d.Produces<RevisionResponse>().AnswersNoResource().ProducesProblem(404).ProducesProblem(409).HonoursIfMatch(),
            clearDefaults: true);
    }

    public override async Task<PreparedRevision> PrepareAsync(
        Db db, Caller caller, MergeSentencesRequest request, CancellationToken cancellation)
    {
        var current = await CurrentVersion.FindUnchangedAsync(db, caller, request.Id, mustMatch: false, cancellation);
        var (first, last) = Neighbours(current, request.Ids!);
        var whole = Prose.Sentence(current.Text, first.BlockOrdinal, first.Start, last.End) with { Media = first.ToText().Media };
        whole = whole with { Media = whole.Media is { } span && last.ToText().Media is { } end ? span with { End = end.End } : null };
        var read = current.With(current.Sentences
            .Where(s => s.Ordinal <= first.Ordinal || s.Ordinal > last.Ordinal)
            .Select(s => s == first ? whole : s.ToText()));
        var next = PreparedText.Of(current, read, [read.Sentences[first.Ordinal]]);
        return new PreparedRevision(current, next, Changes(current.Sentences.Count, first.Ordinal, last.Ordinal));
    }

    public override async Task<Reply> WriteAsync(Change change, PreparedRevision prepared) =>
        Reply.Answer(await VersionWriter.InsertNextAsync(change, prepared));

    private static (PlacedSentence First, PlacedSentence Last) Neighbours(ArticleVersion current, IReadOnlyList<long> ids)
    {
        var chosen = current.Sentences.Where(s => ids.Contains(s.Id)).ToList();
        if (chosen.Count != ids.Count)
        {
            throw Problem.Invalid("ids", $"must name sentences of version {current.Version} of article {current.Id}, each once");
        }

        var (first, last) = (chosen[0], chosen[^1]);
        return last.Ordinal - first.Ordinal == chosen.Count - 1 && chosen.TrueForAll(s => s.BlockOrdinal == first.BlockOrdinal)
            ? (first, last)
            : throw Problem.Invalid("ids", "must be neighbours in one block");
    }

    private static List<SentenceChange> Changes(int count, int first, int last) =>
    [
        .. Enumerable.Range(0, first).Select(static i => new SentenceChange(ChangeKind.Kept, [i], [i])),
        new SentenceChange(ChangeKind.Merged, [.. Enumerable.Range(first, last - first + 1)], [first]),
        .. Enumerable.Range(last + 1, count - last - 1).Select(i => new SentenceChange(ChangeKind.Kept, [i], [i - (last - first)])),
    ];
}
