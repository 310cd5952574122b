using ClaimTracker.Api.Domain.Claims;

namespace ClaimTracker.Api.Features.Lists;

/// <summary>The part of a list that clients write.</summary>
internal record ListBody
{
    public string? Name { get; init; }

    /// <summary>
    /// Whether it is shown outside the desk, with those of its claims on which something was published; false if left out.
    /// </summary>
    public bool? Public { get; init; }

    /// <summary>For the desk only.</summary>
    public string? Note { get; init; }

    /// <summary>
    /// Makes a live list, whose claims are those that pass these filters: an object with filters of GET /claims, such as
    /// {"tag": "harbour", "status": "published"}, or the query string of them.
    /// </summary>
    public ClaimQuery? Query { get; init; }
}

internal sealed class ListBodyValidator : AbstractValidator<ListBody>
{
    public static readonly ListBodyValidator Instance = new();

    public ListBodyValidator()
    {
        RuleFor(static l => l.Name).Required(Limits.Title);
        RuleFor(static l => l.Note).Optional(Limits.Text);
        RuleFor(static l => l.Query!).SetValidator(ClaimQueryValidator.Instance).When(static l => l.Query is not null);
    }
}

/// <summary>A list of claims.</summary>
internal sealed record ListResponse
{
    public required long Id { get; init; }

    public required string Name { get; init; }

    /// <summary>Whether it is shown outside the desk, with those of its claims on which something was published.</summary>
    public required bool Public { get; init; }

    /// <summary>True if its claims are computed; false if somebody put them on it.</summary>
    public required bool Live { get; init; }

    /// <summary>Null outside the desk.</summary>
    public required string? Note { get; init; }

    /// <summary>The filters of a live list; null for another, and outside the desk.</summary>
    public required ClaimQuery? Query { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>The part that clients write.</summary>
    public ListBody ToBody() => new() { Name = Name, Public = Public, Note = Note, Query = Query };
}

/// <summary>The place of a claim on a list, as clients write it.</summary>
internal sealed record PlaceBody
{
    /// <summary>
    /// Claims stand in the order of their positions; those with the same in the order of their ids. Null puts it at the end.
    /// </summary>
    public int? Position { get; init; }

    /// <summary>For the desk only.</summary>
    public string? Note { get; init; }
}

internal sealed class PlaceBodyValidator : AbstractValidator<PlaceBody>
{
    public static readonly PlaceBodyValidator Instance = new();

    public PlaceBodyValidator()
    {
        RuleFor(static p => p.Position).InclusiveBetween(0, Limits.Position).WithMessage($"must be from 0 to {Limits.Position:N0}");
        RuleFor(static p => p.Note).Optional(Limits.Text);
    }
}

/// <summary>A claim on a list that somebody filled.</summary>
internal sealed record ListPlace
{
    public required long ListId { get; init; }

    public required long ClaimId { get; init; }

    public required int Position { get; init; }

    public required string? Note { get; init; }
}
