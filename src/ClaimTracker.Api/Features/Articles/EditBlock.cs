using ClaimTracker.Api.Platform;
using ClaimTracker.Api.Platform.Access;
using ClaimTracker.Api.Platform.Json;
using ClaimTracker.Api.Platform.OpenApi;
using ClaimTracker.Api.Platform.Problems;
using ClaimTracker.Text;
using FastEndpoints;
using FluentValidation;

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

internal sealed class EditBlock(Writes writes) : Endpoint<EditBlockRequest, RevisionResponse>
{
    public override void Configure()
    {
        Patch("/articles/{id}/blocks/{ordinal}");
        Group<ArticlesGroup>();
        Description(static d => d
            .For(Permission.Write)
            .Says("Change the type of a block by hand", "It makes a new version of the article, with the same text. The sentences of a block appear where it becomes prose, and go where it was. If-Match takes the ETag of the article.")
            .Gives<RevisionResponse>().Edits().Refuses(404));
    }

    public override async Task HandleAsync(EditBlockRequest request, CancellationToken ct)
    {
        await writes.RunAsync(HttpContext, async (tx, actor) =>
        {
            var article = (await ArticleLoader.FindAsync(tx, request.Id, version: null, actor)).OrNotFound("article", request.Id);
            ETags.CheckIfMatch(HttpContext, article);
            var current = await CurrentVersion.FindAsync(tx, request.Id);
            var block = current.Blocks.FirstOrDefault(b => b.Ordinal == request.Ordinal)
                ?? throw Problem.NotFound($"block of article {request.Id} with the ordinal", request.Ordinal);
            var type = request.Patch.ApplyTo(new BlockBody { Type = Vocabulary.Parse<BlockType>(block.Type) }, BlockBodyValidator.Instance).Type!.Value;
            var read = Retyped(current, block, type);
            var changes = SentenceAligner.Align([.. current.Sentences.Select(static s => s.Text)], [.. read.Sentences.Select(static s => s.Text)]);
            return Reply.Answer(type.ToWord() == block.Type
                ? RevisionResponse.Of(current.Id, current.Version, changes, [])
                : await VersionRecord.InsertNextAsync(tx, actor.Name, current, read, changes));
        });
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
