namespace ClaimTracker.Api.Features.Changes;

/// <summary>A change, as a tool follows it: what happened to what. The thing itself is at its address.</summary>
internal sealed record ChangeResponse
{
    /// <summary>The number of the event in the history.</summary>
    public required long Seq { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Who made it; null outside the desk.</summary>
    public required string? Actor { get; init; }

    /// <summary>The change, such as claim.created.</summary>
    public required string Kind { get; init; }

    /// <summary>The thing that was changed, such as claim/12.</summary>
    public required string Subject { get; init; }

    /// <summary>Where it can be read; null if it has no address of its own.</summary>
    public required string? Address { get; init; }

    /// <summary>
    /// The present ETag at that address: if you have it, you need not read it again. Null for what is gone, and for articles, sentences,
    /// lists, fields, rating scales, users and keys.
    /// </summary>
    public required string? Etag { get; init; }

    /// <summary>Whether it does not exist any more.</summary>
    public required bool Gone { get; init; }
}

/// <summary>Changes, the oldest first. This list has no end: `next` always says where to go on.</summary>
internal sealed record ChangesResponse
{
    /// <summary>Empty if nothing that you may see happened in the part of the history that was read.</summary>
    public required IReadOnlyList<ChangeResponse> Items { get; init; }

    /// <summary>Send it as `after` to go on. You are up to date once it is `head`.</summary>
    public required long Next { get; init; }

    /// <summary>The number of the last event of the history.</summary>
    public required long Head { get; init; }
}
