namespace ClaimTracker.Api.Domain.History;

/// <summary>A row of the history.</summary>
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

    /// <summary>The hash of the former salt and body of a redacted event; null for any other event.</summary>
    public string? BodySha256 { get; init; }

    public bool IsRedacted => BodySha256 is not null;

    /// <summary><see cref="At"/>, which is stored and hashed as text.</summary>
    public DateTimeOffset Instant => InstantConverter.TryParse(At, out var instant)
        ? instant
        : throw new InvalidDataException($"The history has an event at {At}, which is not an instant.");
}
