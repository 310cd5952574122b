using System.Text.Json;

namespace ClaimTracker.Api.Features.History;

/// <summary>An event of the history.</summary>
internal sealed record EventResponse
{
    /// <summary>The number of the event: 1, 2, 3, without gaps.</summary>
    public required long Seq { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string Actor { get; init; }

    /// <summary>The change, such as claim.created.</summary>
    public required string Kind { get; init; }

    /// <summary>The thing that was changed, such as claim/12.</summary>
    public required string Subject { get; init; }

    /// <summary>The subject before the change, as it was recorded; null if it did not exist.</summary>
    public required JsonElement? Before { get; init; }

    /// <summary>The subject after the change; null if it was removed.</summary>
    public required JsonElement? After { get; init; }

    /// <summary>Whether before and after were erased by law. Both are then null.</summary>
    public required bool Redacted { get; init; }

    /// <summary>Whether before and after are withheld, because only an admin may read about users and keys. Both are then null.</summary>
    public bool Withheld { get; init; }

    /// <summary>The hash of the previous event; empty in the first.</summary>
    public required string Prev { get; init; }

    public required string Hash { get; init; }

    public static EventResponse Of(EventLine line)
    {
        var body = line.IsRedacted ? new RecordedBody() : EventBody.Parse(line.Body);
        return new EventResponse
        {
            Seq = line.Seq,
            At = line.Instant,
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

    /// <summary>The event as its reader may see it. Everyone at the desk sees that there is an event about a user or a key.</summary>
    public EventResponse For(Actor reader) => IsOfUsers && reader.Decide(Permission.Administer) == Decision.Refused
        ? this with { Before = null, After = null, Withheld = true }
        : this;

    private bool IsOfUsers => Subject.StartsWith("user/", StringComparison.Ordinal) || Subject.StartsWith("key/", StringComparison.Ordinal);
}
