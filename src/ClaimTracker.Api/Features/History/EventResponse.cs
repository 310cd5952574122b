using System.Text.Json;

namespace ClaimTracker.Api.Features.History;

/// <summary>One line of the history.</summary>
internal sealed record EventResponse
{
    /// <summary>1, 2, 3, without gaps.</summary>
    public required long Seq { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string Actor { get; init; }

    /// <summary>What was done, such as claim.created.</summary>
    public required string Kind { get; init; }

    /// <summary>To what, such as claim/12.</summary>
    public required string Subject { get; init; }

    /// <summary>What the change replaced, as it was recorded; null where there was nothing.</summary>
    public required JsonElement? Before { get; init; }

    /// <summary>What it became; null where it is gone.</summary>
    public required JsonElement? After { get; init; }

    /// <summary>Whether what it said was erased by law: then before and after are null.</summary>
    public required bool Redacted { get; init; }

    /// <summary>Whether what it says is for an admin alone, as users and keys are: then before and after are null for others.</summary>
    public bool Withheld { get; init; }

    /// <summary>The hash of the line before; empty in the first.</summary>
    public required string Prev { get; init; }

    public required string Hash { get; init; }

    public static EventResponse Of(EventLine line)
    {
        var body = line.IsRedacted ? new RecordedBody() : EventBody.Parse(line.Body);
        return new EventResponse
        {
            Seq = line.Seq,
            At = Instant(line.At),
            Actor = line.Actor,
            Kind = line.Kind,
            Subject = line.Subject,
            Before = body.Before,
            After = body.After,
            Redacted = line.IsRedacted,
            Prev = line.Prev,
            Hash = line.Hash,
        };
    }

    /// <summary>The line as its reader may see it: that there was something, everybody of the desk.</summary>
    public EventResponse For(Actor reader) => IsOfUsers && reader.Decide(Permission.Administer) == Decision.Refused
        ? this with { Before = null, After = null, Withheld = true }
        : this;

    private static DateTimeOffset Instant(string at) =>
        InstantConverter.TryParse(at, out var instant) ? instant : throw new InvalidDataException($"The history has an event at {at}, which is no instant.");

    private bool IsOfUsers => Subject.StartsWith("user/", StringComparison.Ordinal) || Subject.StartsWith("key/", StringComparison.Ordinal);
}
