namespace ClaimTracker.Api.Features.Articles;

internal sealed record SplitSentenceRequest
{
    [RouteParam]
    public long Id { get; init; }

    /// <summary>First code point of the second part, in the text of the article.</summary>
    public int? At { get; init; }
}

internal sealed class SplitSentenceValidator : Validator<SplitSentenceRequest>
{
    public SplitSentenceValidator() => RuleFor(static r => r.At).NotNull().WithMessage("is required");
}

internal sealed class SplitSentence : PreparedWriteEndpoint<SplitSentenceRequest, PreparedRevision, RevisionResponse>
{
    private const string ArticleSql = "select article_id from sentences where id = @Id";

    public override void Configure()
    {
        Post("{id}/split");
        Group<SentencesGroup>();
        Policies(nameof(Permission.Write));
        Summary(static s =>
        {
            s.Summary = "Split a sentence by hand";
            s.Description =
                "Makes a new version of the article, with the same text. The claims of the sentence go along to both parts, to be checked "
                + "again. If-Match, if it is sent, takes the ETag of its text, or that of the article.";
        });
        Description(
            static d => d
                .Produces<RevisionResponse>()
                .AnswersNoResource()
                .ProducesProblem(404)
                .ProducesProblem(409)
                .HonoursIfMatch(),
            clearDefaults: true);
    }

    public override async Task<PreparedRevision> PrepareAsync(
        Db db, Caller caller, SplitSentenceRequest request, CancellationToken cancellation)
    {
        var article = await db.ReadAsync(tx => tx.FirstAsync<long?>(ArticleSql, new { request.Id }), cancellation)
            ?? throw Subject.Sentence(request.Id).ToNotFound();
        var current = await CurrentVersion.FindUnchangedAsync(db, caller, article, mustMatch: false, cancellation);
        var sentence = current.Sentences.FirstOrDefault(s => s.Id == request.Id) ?? throw Problem.Conflict(
            $"Sentence {request.Id} is not in the newest version of article {article}.", Subject.Article(article).Address);
        var parts = Parts(current.Text, sentence, request.At!.Value);
        var read = current.With(current.Sentences.SelectMany(s => s == sentence ? parts : [s.ToText()]));
        var next = PreparedText.Of(current, read, read.Sentences.Skip(sentence.Ordinal).Take(parts.Length));
        return new PreparedRevision(current, next, Changes(current.Sentences.Count, sentence.Ordinal));
    }

    public override async Task<Reply> WriteAsync(Change change, PreparedRevision prepared) =>
        Reply.Answer(await VersionWriter.InsertNextAsync(change, prepared));

    private static TextSentence[] Parts(string text, PlacedSentence sentence, int at)
    {
        if (at <= sentence.Start || at >= sentence.End)
        {
            throw Problem.Invalid(
                "at", $"must be inside the sentence, from {sentence.Start + 1} to {sentence.End - 1}, counted in the text of the article");
        }

        return
        [
            Prose.Sentence(text, sentence.BlockOrdinal, sentence.Start, at) with { Media = sentence.ToText().Media },
            Prose.Sentence(text, sentence.BlockOrdinal, at, sentence.End) with { Media = sentence.ToText().Media },
        ];
    }

    private static List<SentenceChange> Changes(int count, int split) =>
    [
        .. Enumerable.Range(0, count).Select(i => i == split
            ? new SentenceChange(ChangeKind.Split, [i], [i, i + 1])
            : new SentenceChange(ChangeKind.Kept, [i], [i < split ? i : i + 1])),
    ];
}
