using ClaimTracker.Api.Domain.Fields;
using ClaimTracker.Api.Domain.Search;

namespace ClaimTracker.Api.Domain.Sources;

/// <summary>The sources that a list or an export shows.</summary>
internal record SourceFilter
{
    private const string Id = "s.id";

    /// <summary>Those with these ids, as far as they pass the other filters. An id that is not there is left out.</summary>
    [QueryParam]
    public IReadOnlyList<long>? Ids { get; init; }

    /// <summary>Words of its title, address, author, publisher or notes: all of them, "a phrase", beginning*, -not, author:name.</summary>
    [QueryParam]
    public string? Q { get; init; }

    /// <summary>The address, in any spelling that means the same page.</summary>
    [QueryParam]
    public string? Url { get; init; }

    [QueryParam]
    public string? Publisher { get; init; }

    [QueryParam]
    public IReadOnlyList<Medium>? Medium { get; init; }

    [QueryParam]
    public IReadOnlyList<SourceKind>? Kind { get; init; }

    /// <summary>Those that were changed at this instant or later.</summary>
    [QueryParam]
    public DateTimeOffset? UpdatedSince { get; init; }

    /// <summary>Values of fields of the desk's own, by the name of the field: fields.owner=state.</summary>
    [QueryFamily("fields.")]
    public IReadOnlyDictionary<string, string>? FieldValues { get; init; }

    /// <summary>The conditions. Outside the desk, no guess at its name, address or fields finds a confidential source.</summary>
    /// <exception cref="ProblemException">400: there is no such field.</exception>
    public Task<Filter> FilterAsync(ReadTx tx, Actor actor) => FieldReader.AskAsync(tx, FieldSubject.Source, Filter(actor), FieldValues);

    private Filter Filter(Actor actor) => new Filter()
        .If(!actor.IsInside && ((Q ?? Url ?? Publisher) is not null || FieldValues is not null), "not s.confidential")
        .AnyOf("s.id", Ids)
        .FoundBy(actor, SearchKind.Source, "s.id", Q)
        .Equal("s.url_key", UrlKey.Of(Url))
        .Among(
            UpdatedSince is not null,
            Id,
            "select x.id from sources x where x.updated_at >= @UpdatedSince",
            "coalesce(s.updated_at, s.updated_at) >= @UpdatedSince",
            new { UpdatedSince })
        .Among(
            Publisher is not null, // The index of PostgreSQL has the beginning of one, which may be long.
            Id,
            "select x.id from sources x where substr(x.publisher, 1, 200) = substr(@Publisher, 1, 200) and x.publisher = @Publisher",
            "coalesce(s.publisher, s.publisher) = @Publisher",
            new { Publisher })
        .Among(
            Medium is not null,
            Id,
            "select x.id from sources x where x.medium in @Media",
            "coalesce(s.medium, s.medium) in @Media",
            new { Media = ColumnTypes.Columns(Medium ?? []) })
        .Among(
            Kind is not null,
            Id,
            "select x.id from sources x where x.kind in @Kinds",
            "coalesce(s.kind, s.kind) in @Kinds",
            new { Kinds = ColumnTypes.Columns(Kind ?? []) });
}

internal sealed class SourceFilterValidator : AbstractValidator<SourceFilter>
{
    public static readonly SourceFilterValidator Instance = new();

    public SourceFilterValidator()
    {
        RuleFor(static r => r.Q).SearchWords();
        RuleFor(static r => r.Url).HttpUrl();
        RuleFor(static r => r.Publisher).Optional(Limits.Text);
    }
}
