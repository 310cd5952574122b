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

internal sealed class EditBlock : WriteEndpoint<EditBlockRequest, RevisionResponse>
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
                "It makes a new version of the article, with the same text. The sentences of a block appear where it becomes prose, and "
                + "go where it was. If-Match takes the ETag of the article.";
        });
        Description(static d => d.Produces<RevisionResponse>().ProducesProblem(404).RequiresIfMatch(), clearDefaults: true);
    }

    public override async Task<Reply> WriteAsync(Change change, EditBlockRequest request)
    {
        var article = (await ArticleLoader.FindAsync(change, request.Id, version: null, change.Actor)).OrNotFound(Subject.Article(request.Id));
        change.RequireUnchanged(article);
        var current = await CurrentVersion.FindAsync(change, request.Id);
        var block = current.Blocks.FirstOrDefault(b => b.Ordinal == request.Ordinal)
            ?? throw new ProblemException(ProblemType.NotFound, $"There is no block of article {request.Id} with the ordinal {request.Ordinal}.");
        var type = request.Patch.ApplyTo(new BlockBody { Type = EnumWords.Parse<BlockType>(block.Type) }, BlockBodyValidator.Instance).Type!.Value;
        var read = Retyped(current, block, type);
        var changes = SentenceAligner.Align([.. current.Sentences.Select(static s => s.Text)], [.. read.Sentences.Select(static s => s.Text)]);
        var fresh = changes.Where(static pair => pair.Kind != ChangeKind.Kept).SelectMany(static pair => pair.After).Select(i => read.Sentences[i]);
        return Reply.Answer(type.ToWord() == block.Type
            ? RevisionResponse.Of(current.Id, current.Version, changes, [])
            : await VersionWriter.InsertNextAsync(change, current, PreparedText.Of(read, current.Language, fresh), changes));
    }

    private static ReadArticle Retyped(CurrentVersion current, BlockRow block, BlockType type)
    {
        var blocks = current.With([]).Blocks.Select(b => b.Ordinal == block.Ordinal ? b with { Type = type } : b).ToList();
        var own = current.Sentences.Where(s => s.BlockOrdinal == block.Ordinal).Select(static s => s.ToText()).ToList();
        IReadOnlyList<TextSentence> sentences = !type.HasSentences() ? [] : own.Count > 0 ? own : Prose.SentencesOf(current.Text, blocks[block.Ordinal], current.Language);
        var before = current.Sentences.Where(s => s.BlockOrdinal < block.Ordinal).Select(static s => s.ToText());
        var after = current.Sentences.Where(s => s.BlockOrdinal > block.Ordinal).Select(static s => s.ToText());
        return current.With([.. before, .. sentences, .. after]) with { Blocks = blocks };
    }
}
