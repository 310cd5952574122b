using System.Globalization;
using ClaimTracker.Api.Domain.Citations;
using ClaimTracker.Api.Domain.Claims;
using ClaimTracker.Api.Domain.Comments;
using ClaimTracker.Api.Domain.Evidence;
using ClaimTracker.Api.Domain.Judgements;
using ClaimTracker.Api.Domain.Sources;
using ClaimTracker.Api.Web.Replies;

namespace ClaimTracker.Api.Features.Changes;

/// <summary>
/// The subjects of events as they are now: where each can be read, with which ETag, or that it is gone. One read for each kind, however
/// many there are.
/// </summary>
internal sealed class PresentThings
{
    private const string ArticlesSql = "select id from articles where id in @ids";
    private const string SentencesSql = "select id from sentences where id in @ids";
    private const string ListsSql = "select id from lists where id in @ids";
    private const string FieldsSql = "select id from fields where id in @ids";

    private readonly Actor _reader;

    /// <summary>The tag of each thing that exists, by subject; null where the tag would cost as much as a GET.</summary>
    private readonly Dictionary<string, string?> _tags = new(StringComparer.Ordinal);

    private PresentThings(Actor reader) => _reader = reader;

    /// <summary>Looks up the subjects of events.</summary>
    /// <param name="tx">The read.</param>
    /// <param name="reader">For whom: others may have other tags.</param>
    /// <param name="subjects">The subjects.</param>
    public static async Task<PresentThings> ReadAsync(ReadTx tx, Actor reader, IEnumerable<string> subjects)
    {
        var things = new PresentThings(reader);
        var ids = subjects.Distinct(StringComparer.Ordinal).Select(Parts)
            .ToLookup(static s => s.Kind, static s => s.Id, StringComparer.Ordinal);
        foreach (var kind in ids)
        {
            things.Add(kind.Key, await LoadAsync(tx, reader, kind.Key, [.. kind]));
        }

        return things;
    }

    /// <summary>Where its reader can read a subject; null for a subject without an address.</summary>
    public string? AddressOf(string subject) => Parts(subject).Kind == "claim" && !_reader.SeesDesk
        ? Subject.Parse(subject)!.Address + "/verdicts"
        : Subject.Parse(subject)?.Address;

    public string? TagOf(string subject) => _tags.GetValueOrDefault(subject);

    public bool IsGone(string subject) => AddressOf(subject) is not null && Parts(subject).Kind is not "user" and not "rating_scale"
        && !_tags.ContainsKey(subject);

    private static async Task<IEnumerable<(long Id, string? Tag)>> LoadAsync(
        ReadTx tx, Actor reader, string kind, long[] ids) => kind switch
        {
            "claim" => (await ClaimReader.LoadAsync(tx, ids, reader)).Select(claim => (claim.Id, reader.SeesDesk ? TagOf(claim) : null)),
            "source" => (await SourceReader.FindAllAsync(tx, ids)).Values.Select(source => (source.Id, TagOf(source.SeenBy(reader)))),
            "evidence" => (await EvidenceReader.LoadAsync(tx, ids)).Values
                .Select(evidence => evidence.SeenBy(reader))
                .OfType<EvidenceResponse>()
                .Select(static evidence => (evidence.Id, TagOf(evidence))),
            "verdict" => (await VerdictReader.LoadAsync(tx, ids, reader)).Select(static verdict => (verdict.Id, TagOf(verdict))),
            "comment" => (await CommentReader.LoadAsync(tx, ids)).Select(static comment => (comment.Id, TagOf(comment))),
            "citation" => (await CitationReader.LoadAsync(tx, ids)).Select(static citation => (citation.Id, TagOf(citation))),
            "article" => await UntaggedAsync(tx, ArticlesSql, ids),
            "sentence" => await UntaggedAsync(tx, SentencesSql, ids),
            "list" => await UntaggedAsync(tx, ListsSql, ids),
            "field" => await UntaggedAsync(tx, FieldsSql, ids),
            _ => [],
        };

    private static async Task<IEnumerable<(long Id, string? Tag)>> UntaggedAsync(ReadTx tx, string sql, long[] ids) =>
        (await tx.ListAsync<long>(sql, new { ids })).Select(static id => (id, (string?)null));

    private static string? TagOf<T>(T resource) => ETags.OfResource(resource);

    private void Add(string kind, IEnumerable<(long Id, string? Tag)> found)
    {
        foreach (var (id, tag) in found)
        {
            _tags[string.Create(CultureInfo.InvariantCulture, $"{kind}/{id}")] = tag;
        }
    }

    // The name of a checkpoint key is no number.
    private static (string Kind, long Id) Parts(string subject) => subject.Split('/') is [var kind, var number]
        && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
        ? (kind, id)
        : (subject, 0);
}
