namespace ClaimTracker.Api.Features.Articles;

internal sealed record EditBlockRequest
{
    /// <summary>The article.</summary>
    [RouteParam]
    public long Id { get; init; }

    /// <summary>The block, by its place in the newest version.</summary>
    [RouteParam]
    public int Ordinal { get; init; }

    [FromBody]
    public MergePatch<BlockBody> Patch { get; init; } = null!;
}

/// <summary>The part of a block that clients write.</summary>
internal sealed record BlockBody
{
    public BlockType? Type { get; init; }
}

internal sealed class BlockBodyValidator : AbstractValidator<BlockBody>
{
    public static readonly BlockBodyValidator Instance = new();

    public BlockBodyValidator() => RuleFor(static b => b.Type).Present();
}

internal sealed class EditBlock : PreparedWriteEndpoint<EditBlockRequest, PreparedRevision, RevisionResponse>
{
    public override void Configure()
    {
        Patch("{id}/blocks/{ordinal}");
        Group<ArticlesGroup>();
        Policies(nameof(Permission.Write));
        Summary(static s =>
        {
            s.Summary = "Change the type of a block by hand";
            s.Description =
                "Makes a new version of the article, with the same text. A block that becomes prose gets sentences; one that was prose "
                + "loses them. If-Match takes the ETag of its text, or that of the article.";
        });
        Description(
            static d => d.Produces<RevisionResponse>().AnswersNoResource().ProducesProblem(404).ProducesProblem(409).RequiresIfMatch(),
            clearDefaults: true);
    }

    public override async Task<PreparedRevision> PrepareAsync(
        Db db, Caller caller, EditBlockRequest request, CancellationToken cancellation)
    {
        var current = await CurrentVersion.FindUnchangedAsync(db, caller, request.Id, mustMatch: true, cancellation);
        var block = current.Blocks.FirstOrDefault(b => b.Ordinal == request.Ordinal) ?? throw new ProblemException(
            ProblemType.NotFound, $"There is no block of article {request.Id} with the ordinal {request.Ordinal}.");
        var type = request.Patch.ApplyTo(new BlockBody { Type = block.Type }, BlockBodyValidator.Instance).Type!.Value;
        var read = Retyped(current, block, type);
        var changes = PreparedRevision.Align(current, read, cancellation);
        var fresh = changes.Where(static pair => pair.Kind != ChangeKind.Kept)
            .SelectMany(static pair => pair.After).Select(i => read.Sentences[i]);
        return new PreparedRevision(current, type == block.Type ? null : PreparedText.Of(current, read, fresh), changes);
    }

    public override async Task<Reply> WriteAsync(Change change, PreparedRevision prepared) =>
        Reply.Answer(await VersionWriter.InsertNextAsync(change, prepared));

    private static ReadArticle Retyped(ArticleVersion current, BlockResponse block, BlockType type)
    {
        var blocks = current.With([]).Blocks.Select(b => b.Ordinal == block.Ordinal ? b with { Type = type } : b).ToList();
        var own = Sentences(current, ordinal => ordinal == block.Ordinal);
        var sentences = !type.HasSentences() ? []
            : own.Count > 0 ? own
            : Prose.SentencesOf(current.Text, blocks[block.Ordinal], current.Language);
        var before = Sentences(current, ordinal => ordinal < block.Ordinal);
        var after = Sentences(current, ordinal => ordinal > block.Ordinal);
        return current.With([.. before, .. sentences, .. after]) with
        {
            Blocks = blocks,
            Citations = own.Count > 0 || sentences.Count == 0 ? [] : Prose.NotesOf(current.Text, blocks[block.Ordinal]),
        };
    }

    private static IReadOnlyList<TextSentence> Sentences(ArticleVersion current, Func<int, bool> ofBlock) =>
        [.. current.Sentences.Where(s => ofBlock(s.BlockOrdinal)).Select(static s => s.ToText())];
}
