using ClaimTracker.Api.Domain.Fields;
using ClaimTracker.Api.Domain.Search;
using ClaimTracker.Api.Domain.Users;

namespace ClaimTracker.Api.Domain.Articles;

/// <summary>The articles that a list or an export shows.</summary>
internal record ArticleFilter
{
    /// <summary>Those with these ids, as far as they pass the other filters. An id that is not there is left out.</summary>
    [QueryParam]
    public IReadOnlyList<long>? Ids { get; init; }

    /// <summary>Words of its title, text, byline or publisher: all of them, "a phrase", beginning*, -not, title:word.</summary>
    [QueryParam]
    public string? Q { get; init; }

    /// <summary>The address, in any spelling that means the same page.</summary>
    [QueryParam]
    public string? Url { get; init; }

    [QueryParam]
    public string? Publisher { get; init; }

    /// <summary>The first date of publication: a day, a month or a year. One known in part matches where any day of it does.</summary>
    [QueryParam]
    public PartialDate? From { get; init; }

    /// <summary>The last date of publication: a day, a month or a year, to its end.</summary>
    [QueryParam]
    public PartialDate? To { get; init; }

    [QueryParam]
    public string? ExternalApp { get; init; }

    [QueryParam]
    public string? ExternalId { get; init; }

    /// <summary>ready: nothing blocks publication. blocked: something does; the coverage of the article lists it.</summary>
    [QueryParam]
    public ArticleState? State { get; init; }

    /// <summary>Name of the user who sees to it; me for the caller, none for articles that nobody has.</summary>
    [QueryParam]
    public string? Assignee { get; init; }

    /// <summary>true: articles that were archived. any: those too. If left out, they are found by url and externalId only.</summary>
    [QueryParam]
    public ArchivedState? Archived { get; init; }

    /// <summary>Those that were changed at this instant or later.</summary>
    [QueryParam]
    public DateTimeOffset? UpdatedSince { get; init; }

    /// <summary>Values of fields of the desk's own, by the name of the field: fields.topic=Health.</summary>
    [QueryFamily("fields.")]
    public IReadOnlyDictionary<string, string>? FieldValues { get; init; }

    // A tool that looks an article up by what is the article's alone must find it, wherever it was put.
    private ArchivedState Asked => Archived ?? (Url is null && ExternalId is null ? ArchivedState.False : ArchivedState.Any);

    /// <exception cref="ProblemException">400: there is no such user or field.</exception>
    public async Task<Filter> FilterAsync(ReadTx tx, Actor actor)
    {
        var assignee = await AskedUser.FindAsync(tx, actor, "assignee", Assignee, orNone: true);
        return await FieldReader.AskAsync(tx, FieldSubject.Article, Filter(actor, assignee), FieldValues);
    }

    private Filter Filter(Actor actor, AskedUser assignee) => ArticleConditions.Of(this, assignee)
        .AnyOf("a.id", Ids)
        .FoundBy(actor, SearchKind.Article, "a.id", Q)
        .Equal("a.url_key", UrlKey.Of(Url))
        .Equal("a.external_app", ExternalId is null ? null : ExternalApp)
        .Equal("a.external_id", ExternalId)
        .If(Asked == ArchivedState.False, "a.archived_at is null")
        .If(Asked == ArchivedState.True, "a.archived_at is not null");
}

internal sealed class ArticleFilterValidator : AbstractValidator<ArticleFilter>
{
    public static readonly ArticleFilterValidator Instance = new();

    public ArticleFilterValidator()
    {
        RuleFor(static r => r.Q).SearchWords();
        RuleFor(static r => r.Url).HttpUrl();
        RuleFor(static r => r.Publisher).Optional(Limits.Text);
        RuleFor(static r => r.ExternalApp).Optional(Limits.ExternalApp);
        RuleFor(static r => r.ExternalId).Optional(Limits.ExternalId);
        RuleFor(static r => r.Assignee).Optional(Limits.UserName);
    }
}
