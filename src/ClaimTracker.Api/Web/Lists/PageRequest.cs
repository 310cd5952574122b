namespace ClaimTracker.Api.Web.Lists;

/// <summary>What every list takes besides its filters.</summary>
internal interface IPaged
{
    int? Limit { get; }

    string? Cursor { get; }

    bool? Count { get; }

    IReadOnlyList<string>? Fields { get; }
}

/// <summary>What a list takes whose items have an ETag.</summary>
internal interface ITagged
{
    bool? Etags { get; }
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

    /// <summary>The members that items are to have, such as <c>id,text</c>. The schema of the answer is that with all of them.</summary>
    [QueryParam]
    public IReadOnlyList<string>? Fields { get; init; }
}

/// <summary>Base of the requests of lists of things that have an id.</summary>
internal abstract record ThingsRequest : PageRequest
{
    /// <summary>Those with these ids, as far as they pass the other filters. An id that is not there is left out.</summary>
    [QueryParam]
    public IReadOnlyList<long>? Ids { get; init; }
}

/// <summary>Base of the requests of lists of resources: each item is what its own address answers.</summary>
internal abstract record ResourcesRequest : ThingsRequest, ITagged
{
    /// <summary>Whether items are to have the member <c>etag</c>: the ETag that their own address answers to the same caller.</summary>
    [QueryParam]
    public bool? Etags { get; init; }
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

    /// <summary>Refuses ETags along with a parameter that lists items as they were: their addresses answer what they are now.</summary>
    protected void RefuseTagsWith(string parameter, Func<T, bool> isSent) => RuleFor(static r => r as ITagged)
        .Must(static tagged => tagged?.Etags != true).When(isSent)
        .OverridePropertyName("etags")
        .WithMessage($"must be left out with {parameter}: an ETag is of what is there now");
}
