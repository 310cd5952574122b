namespace ClaimTracker.Api.Domain.History;

/// <summary>An event as the database gives it.</summary>
internal sealed record EventLine
{
    public const string Columns = "seq, at, actor, kind, subject, body, salt, prev, hash, body_sha256";

    public long Seq { get; init; }

    public string At { get; init; } = "";

    public string Actor { get; init; } = "";

    public string Kind { get; init; } = "";

    public string Subject { get; init; } = "";

    public string Body { get; init; } = "";

    public string Salt { get; init; } = "";

    public string Prev { get; init; } = "";

    public string Hash { get; init; } = "";

    /// <summary>Of an event that was redacted, the hash of what its salt and body were; else null.</summary>
    public string? BodySha256 { get; init; }

    public bool IsRedacted => BodySha256 is not null;
}
