using System.Globalization;

namespace ClaimTracker.Api.Domain.History;

/// <summary>The subject of an event, written such as claim/12, and its address.</summary>
internal sealed record Subject
{
    private const string Root = "/api/v1/";

    private readonly string _text;
    private readonly string? _path;

    /// <summary>Makes a subject of its text. The methods below make the subjects that have rows.</summary>
    public Subject(string text, string? path = null) => (_text, _path) = (text, path);

    /// <summary>The address of the resource, if the subject has a route of its own.</summary>
    /// <exception cref="InvalidOperationException">It has none.</exception>
    public string Address => _path is not null ? Root + _path : throw new InvalidOperationException($"{_text} has no address.");

    /// <summary>The kind in words, for a sentence such as "There is no rating scale 7."</summary>
    public string Kind => _text.Split('/')[0].Replace('_', ' ');

    /// <summary>The id, for the same sentence.</summary>
    public string Id => _text[(_text.IndexOf('/', StringComparison.Ordinal) + 1)..];

    /// <summary>Whether it decides who may act: a user or a key.</summary>
    public bool IsOfAccess => _text.StartsWith("user/", StringComparison.Ordinal) || _text.StartsWith("key/", StringComparison.Ordinal);

    /// <summary>Whether it is a field of the desk's own.</summary>
    public bool IsOfField => _text.StartsWith("field/", StringComparison.Ordinal);

    public static Subject Article(long id) => Of("article", id, "articles");

    /// <summary>A version of an article, such as version/3/2.</summary>
    public static Subject Version(long article, long version) => new(new ContentKey("version", article, version).ToString());

    public static Subject Sentence(long id) => Of("sentence", id, "sentences");

    public static Subject Claim(long id) => Of("claim", id, "claims");

    public static Subject Source(long id) => Of("source", id, "sources");

    public static Subject Evidence(long id) => Of("evidence", id, "evidence");

    public static Subject Verdict(long id) => Of("verdict", id, "verdicts");

    public static Subject Comment(long id) => Of("comment", id, "comments");

    public static Subject Citation(long id) => Of("citation", id, "citations");

    public static Subject RatingScale(long id) => Of("rating_scale", id, "rating-scales");

    /// <summary>The weights that the desk has set, by their version; all versions have one address.</summary>
    public static Subject Settings(long version) => new(Text("settings", version), "settings/check-worthiness");

    public static Subject List(long id) => Of("list", id, "lists");

    public static Subject Field(long id) => Of("field", id, "fields");

    public static Subject User(long id) => Of("user", id, "users");

    public static Subject Key(long id, long user) =>
        new(Text("key", id), string.Create(CultureInfo.InvariantCulture, $"users/{user}/keys/{id}"));

    /// <summary>A review of another publisher.</summary>
    public static Subject ImportedReview(long id) => Of("imported_review", id, "imported-reviews");

    public static Subject Subscription(long id) => Of("subscription", id, "subscriptions");

    /// <summary>A file that was handed in. It has no events: what comes of it has.</summary>
    public static Subject Import(long id) => Of("import", id, "imports");

    /// <summary>A checkpoint key, by the first digits of its hash.</summary>
    public static Subject CheckpointKey(string digits) => new($"checkpoint_key/{digits}");

    /// <summary>An event itself, as the subject of its redaction.</summary>
    public static Subject Event(long seq) => new(Text("event", seq));

    /// <summary>Reads the subject of an event that has an address by its id alone; null for any other.</summary>
    public static Subject? Parse(string text) => ContentKey.Of(text) switch
    {
        { Kind: "article" } article => Article(article.Id),
        { Kind: "sentence" } sentence => Sentence(sentence.Id),
        { Kind: "claim" } claim => Claim(claim.Id),
        { Kind: "source" } source => Source(source.Id),
        { Kind: "evidence" } evidence => Evidence(evidence.Id),
        { Kind: "verdict" } verdict => Verdict(verdict.Id),
        { Kind: "comment" } comment => Comment(comment.Id),
        { Kind: "citation" } citation => Citation(citation.Id),
        { Kind: "rating_scale" } scale => RatingScale(scale.Id),
        { Kind: "list" } list => List(list.Id),
        { Kind: "field" } field => Field(field.Id),
        { Kind: "imported_review" } review => ImportedReview(review.Id),
        { Kind: "subscription" } subscription => Subscription(subscription.Id),
        { Kind: "user" } user => User(user.Id),
        _ => null,
    };

    /// <summary>The id at the end of an address that <see cref="Address"/> gave.</summary>
    public static long IdOf(string address) => long.Parse(address.AsSpan(address.LastIndexOf('/') + 1), CultureInfo.InvariantCulture);

    public override string ToString() => _text;

    private static Subject Of(string kind, long id, string collection) => new(Text(kind, id), Text(collection, id));

    private static string Text(string kind, long id) => string.Create(CultureInfo.InvariantCulture, $"{kind}/{id}");
}
