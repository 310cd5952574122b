using ClaimTracker.Api.Domain.Fields;
using ClaimTracker.Api.Domain.Search;
using ClaimTracker.Api.Domain.Users;
using ClaimTracker.Api.Domain.Verdicts;

namespace ClaimTracker.Api.Domain.Claims;

/// <summary>The claims that a list shows. A live list of the desk is such a filter, kept as data.</summary>
internal record ClaimFilter
{
    // The id of a merged claim finds its successor.
    private const string ExternalSql =
        "c.id in (select coalesce(m.successor_id, x.id) from claims x left join claim_merges m on m.claim_id = x.id where";

    /// <summary>Words of the claim, its claimants or tags: all of them, "a phrase", beginning*, -not, claimant:name.</summary>
    [QueryParam]
    public string? Q { get; init; }

    [QueryParam]
    public IReadOnlyList<ClaimStatus>? Status { get; init; }

    [QueryParam]
    public IReadOnlyList<string>? Tag { get; init; }

    /// <summary>Name of a claimant.</summary>
    [QueryParam]
    public string? Claimant { get; init; }

    [QueryParam]
    public IReadOnlyList<string>? Language { get; init; }

    /// <summary>An article that has one of its sentences.</summary>
    [QueryParam]
    public IReadOnlyList<long>? ArticleId { get; init; }

    /// <summary>A source that evidence on it is taken from.</summary>
    [QueryParam]
    public IReadOnlyList<long>? SourceId { get; init; }

    /// <summary>Name of the user who has it; me for the caller, none for claims that nobody has.</summary>
    [QueryParam]
    public string? Assignee { get; init; }

    /// <summary>Name or value of the rating of a published verdict on it.</summary>
    [QueryParam]
    public IReadOnlyList<string>? Rating { get; init; }

    /// <summary>none: claims without evidence.</summary>
    [QueryParam]
    public Missing? Evidence { get; init; }

    /// <summary>none: claims without any verdict, even a draft.</summary>
    [QueryParam]
    public Missing? Verdict { get; init; }

    /// <summary>The first claim date: a day, a month or a year. A claim of a month or a year matches where any day of it does.</summary>
    [QueryParam]
    public PartialDate? From { get; init; }

    /// <summary>The last claim date: a day, a month or a year, to its end.</summary>
    [QueryParam]
    public PartialDate? To { get; init; }

    [QueryParam]
    public string? ExternalApp { get; init; }

    [QueryParam]
    public string? ExternalId { get; init; }

    /// <summary>Those that were edited or assigned at this instant or later.</summary>
    [QueryParam]
    public DateTimeOffset? UpdatedSince { get; init; }

    /// <summary>Those about which something was done at this instant or later: `activityAt` says when.</summary>
    [QueryParam]
    public DateTimeOffset? ActiveSince { get; init; }

    /// <summary>Those that are not done, and about which nothing was done for as long: a duration such as P14D, P2W or PT36H.</summary>
    [QueryParam]
    public string? Idle { get; init; }

    /// <summary>A list of the desk that has it.</summary>
    [QueryParam]
    public long? List { get; init; }

    /// <summary>Values of fields of the desk's own, by the name of the field: fields.topic=Health.</summary>
    [QueryFamily("fields.")]
    public IReadOnlyDictionary<string, string>? FieldValues { get; init; }

    /// <summary>The conditions but for <see cref="List"/>.</summary>
    /// <param name="tx">A read.</param>
    /// <param name="actor">The reader.</param>
    /// <param name="now">The present instant, for <see cref="Idle"/>.</param>
    /// <param name="path">What stands before the name of a filter in the request.</param>
    /// <exception cref="ProblemException">400: there is no such user, rating or field.</exception>
    public async Task<Filter> FilterAsync(ReadTx tx, Actor actor, DateTimeOffset now, string path = "")
    {
        var assignee = await AskedUser.FindAsync(tx, actor, $"{path}assignee", Assignee, orNone: true);
        var ratings = await AskedRatings.FindAsync(tx, actor, Rating, path: path);
        return await FieldReader.AskAsync(tx, FieldSubject.Claim, Filter(actor, assignee, ratings, now), FieldValues, path);
    }

    private Filter Filter(Actor actor, AskedUser assignee, AskedRatings ratings, DateTimeOffset now) => ClaimConditions.Of(this, now)
        .FoundBy(actor, SearchKind.Claim, "c.id", Q)
        .AssignedTo(assignee)
        .Rated(Rating is not null, ratings)
        .Nest(ExternalSql, ExternalId is null ? new Filter() : External());

    private Filter External() => new Filter().Equal("x.external_app", ExternalApp).Equal("x.external_id", ExternalId);
}

internal sealed class ClaimFilterValidator : AbstractValidator<ClaimFilter>
{
    public static readonly ClaimFilterValidator Instance = new();

    public ClaimFilterValidator()
    {
        RuleFor(static f => f.Q).SearchWords();
        this.EachOf(static f => f.Tag).Required(Limits.Tag);
        RuleFor(static f => f.Claimant).Optional(Limits.Text);
        this.EachOf(static f => f.Language).LanguageTag();
        RuleFor(static f => f.Assignee).Optional(Limits.UserName);
        this.EachOf(static f => f.Rating).Required(Limits.Text);
        RuleFor(static f => f.ExternalApp).Optional(Limits.ExternalApp);
        RuleFor(static f => f.ExternalId).Optional(Limits.ExternalId);
        RuleFor(static f => f.Idle).Idle();
    }
}
