namespace ClaimTracker.Api.Web.Lists;

/// <summary>What every list takes besides its filters.</summary>
internal interface IPaged
{
    int? Limit { get; }

    string? Cursor { get; }

    bool? Count { get; }
}

/// <summary>Base of the requests of lists.</summary>
internal abstract record PageRequest : IPaged
{
    /// <summary>Rows on a page.</summary>
    [QueryParam]
    public int? Limit { get; init; }

    /// <summary>The <c>next</c> of the page before; only with the same filters and sort.</summary>
    [QueryParam]
    public string? Cursor { get; init; }

    /// <summary>Whether to count all rows that pass the filters.</summary>
    [QueryParam]
    public bool? Count { get; init; }
}

/// <summary>Base of the validators of list requests.</summary>
internal abstract class PageRequestValidator<T> : Validator<T>
    where T : IPaged
{
    protected PageRequestValidator()
    {
        RuleFor(static r => r.Limit).InclusiveBetween(1, HttpLimits.PageSize).WithMessage($"must be from 1 to {HttpLimits.PageSize}");
        RuleFor(static r => r.Cursor).Optional(HttpLimits.Cursor);
    }
}
