using ClaimTracker.Api.Domain.History;

namespace ClaimTracker.Api.Features.Articles;

/// <summary>
/// The rows that begin with a version: values in the order of the columns that the history vouches for, and then any others. They are
/// written as they are, and their digest is made of them without reading them back. A version that goes on with the layout of the one
/// before has no rows for what it keeps.
/// </summary>
/// <param name="Version">The row of article_versions.</param>
/// <param name="Ids">The ids of all sentences of the version, in their order.</param>
/// <param name="Blocks">The rows of blocks.</param>
/// <param name="Positions">The rows of sentence_positions.</param>
/// <param name="Fresh">The rows of the sentences that are new.</param>
/// <param name="Sentences">The rows of the sentences that have a row of sentence_positions, by their id.</param>
internal sealed record VersionRows(
    object?[] Version,
    IReadOnlyList<long> Ids,
    IReadOnlyList<object?[]> Blocks,
    IReadOnlyList<object?[]> Positions,
    IReadOnlyList<object?[]> Fresh,
    IReadOnlyList<object?[]> Sentences)
{
    private static readonly Projection Projection = Projections.Of(Subject.Version(1, 1).ToString())!.Value.Projection;

    /// <summary>The rows of the citations that are new.</summary>
    public IReadOnlyList<object?[]> Citations { get; private init; } = [];

    /// <summary>Makes the rows, and takes the ids of the sentences that are new.</summary>
    /// <param name="change">The change that writes them.</param>
    /// <param name="article">The article.</param>
    /// <param name="version">The number of the version.</param>
    /// <param name="text">Its text.</param>
    /// <param name="kept">By ordinal, the sentences that the version before has too; null for those that are new.</param>
    public static async Task<VersionRows> TakeAsync(
        Change change, long article, int version, PreparedText text, IReadOnlyList<PlacedSentence?> kept)
    {
        var count = kept.Count(static sentence => sentence is null);
        var firstId = count == 0 ? 0 : await change.TakeIdsAsync("sentences", count);
        var (ids, fresh, positions) = (new List<long>(kept.Count), new List<object?[]>(), new List<object?[]>(kept.Count));
        foreach (var s in text.Read.Sentences)
        {
            var id = kept[s.Ordinal]?.Id ?? firstId + fresh.Count;
            ids.Add(id);
            if (kept[s.Ordinal] is null || text.Layout is null)
            {
                positions.Add(
                    [article, version, s.Ordinal, id, s.BlockOrdinal, s.Start, s.End, s.Prefix, s.Suffix, text.Layout ?? version]);
            }

            if (kept[s.Ordinal] is null)
            {
                var (score, components) = text.Scores[s.Ordinal];
                fresh.Add([id, article, s.Text, score, components, Milliseconds(s.Media?.Start), Milliseconds(s.Media?.End)]);
            }
        }

        IEnumerable<object?[]> known = text.Layout is not null ? []
            : kept.OfType<PlacedSentence>().Select(s => new object?[]
            {
                s.Id, article, s.Text, s.Score, s.ScoreComponents, s.MediaStart, s.MediaEnd,
            });
        var own = text.Layout is null ? text.Read.Text : "";
        return new VersionRows(
            [
                article, version, own, text.Digest, change.Actor.Name, ColumnTypes.Plain(change.Now), text.Layout,
                ColumnTypes.Plain(text.Reading),
            ],
            ids,
            text.Layout is not null ? [] :
            [
                .. text.Read.Blocks.Select(b =>
                    new object?[] { article, version, b.Ordinal, ColumnTypes.Plain<BlockType>(b.Type), b.Start, b.End, b.Page }),
            ],
            positions,
            fresh,
            [.. known.OrderBy(static row => (long)row[0]!), .. fresh]); // New ids are greater than any before.
    }

    private static int? Milliseconds(TimeSpan? time) => (int?)time?.TotalMilliseconds;

    /// <summary>Adds the citations that the version brings, and takes their ids.</summary>
    /// <param name="change">The change that writes them.</param>
    /// <param name="citations">The citations, each at its sentence.</param>
    /// <param name="present">What is cited already.</param>
    public async Task<VersionRows> WithAsync(Change change, IReadOnlyList<PlacedCitation> citations, PresentCitations present)
    {
        var fresh = citations.Where(c => present.Add(Ids[c.Sentence], c.Citation)).ToList();
        var first = fresh.Count == 0 ? 0 : await change.TakeIdsAsync("citations", fresh.Count);
        var state = ColumnTypes.Plain<CitationState>(CitationState.Open);
        return this with { Citations = [.. fresh.Select(RowOf)] };

        object?[] RowOf(PlacedCitation placed, int i)
        {
            var (citation, sentence) = (placed.Citation, Ids[placed.Sentence]);
            return
            [
                first + i, Version[0], Version[1], sentence, placed.Start, placed.End, ColumnTypes.Plain<CitationKind>(citation.Kind),
                citation.Url, citation.Text, citation.Author, ColumnTypes.Plain(citation.At), Version[4], Version[5],
                sentence, placed.Start, placed.End, state,
            ];
        }
    }

    /// <summary>Works out the digest of the version on another thread, while the rows are written.</summary>
    /// <param name="lineage">The rows of sentence_lineage.</param>
    /// <param name="gone">The ids of the sentences whose positions end with the version, in ascending order.</param>
    public Task<string> DigestAsync(IReadOnlyList<object?[]> lineage, IReadOnlyList<long> gone) => Task.Run(() => ContentDigest.Of(
        Projection,
        [Version],
        Blocks,
        Positions,
        Sentences,
        lineage,
        gone.Select(id => new[] { id, Version[1] }),
        Citations));
}
