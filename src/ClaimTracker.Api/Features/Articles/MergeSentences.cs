using ClaimTracker.Api.Platform;
using ClaimTracker.Api.Platform.Access;
using ClaimTracker.Api.Platform.OpenApi;
using ClaimTracker.Api.Platform.Problems;
using ClaimTracker.Text;
using FastEndpoints;
using FluentValidation;

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
    public MergeSentencesValidator() =>
        RuleFor(static r => r.Ids).Must(static ids => ids is { Count: >= 2 }).WithMessage("must name at least two sentences").AtMost(Limits.SentencesOfMerge);
}

internal sealed class MergeSentences(Writes writes) : Endpoint<MergeSentencesRequest, RevisionResponse>
{
    public override void Configure()
    {
        Post("/articles/{id}/sentences/merge");
        Group<ArticlesGroup>();
        Description(static d => d
            .For(Permission.Write)
            .Says("Merge sentences by hand", "Neighbours in one block. It makes a new version of the article, with the same text. Their claims go along, to be checked again. If-Match, where it is sent, takes the ETag of the article.")
            .Gives<RevisionResponse>().HonoursIfMatch().Refuses(404));
    }

    public override async Task HandleAsync(MergeSentencesRequest request, CancellationToken ct)
    {
        await writes.RunAsync(HttpContext, async (tx, actor) =>
        {
            ETags.CheckIfMatchIfSent(HttpContext, (await ArticleLoader.FindAsync(tx, request.Id, version: null, actor)).OrNotFound("article", request.Id));
            var current = await CurrentVersion.FindAsync(tx, request.Id);
            var (first, last) = Neighbours(current, request.Ids!);
            var whole = Prose.Sentence(current.Text, first.BlockOrdinal, first.StartOffset, last.EndOffset);
            var read = current.With(current.Sentences.Where(s => s.Ordinal <= first.Ordinal || s.Ordinal > last.Ordinal).Select(s => s == first ? whole : s.ToText()));
            return Reply.Answer(await VersionRecord.InsertNextAsync(tx, actor.Name, current, read, Changes(current.Sentences.Count, first.Ordinal, last.Ordinal)));
        });
    }

    private static (PlacedSentence First, PlacedSentence Last) Neighbours(CurrentVersion current, IReadOnlyList<long> ids)
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
