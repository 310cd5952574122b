namespace ClaimTracker.Api.Domain.UseCases;

/// <summary>A request about one resource that says nothing but its id.</summary>
internal sealed record OneRequest
{
    [RouteParam]
    public long Id { get; init; }
}

/// <summary>A JSON Merge Patch of one resource.</summary>
/// <typeparam name="TBody">The part of the resource that clients edit.</typeparam>
internal sealed record PatchRequest<TBody>
    where TBody : class
{
    [RouteParam]
    public long Id { get; init; }

    [FromBody]
    public MergePatch<TBody> Patch { get; init; } = null!;
}
