using System.Text.Json;

namespace ClaimTracker.Api.Domain.History;

/// <summary>Goes through the history from its first event, as far as it has come, and keeps what the events vouch for.</summary>
/// <param name="checkpoint">What it must come past; null where there is none.</param>
internal sealed class HistoryWalk(Checkpoint? checkpoint)
{
    private const int PageSize = 500;

    private const string PageSql = $"select {EventLine.Columns} from events where seq > @Seq order by seq limit @PageSize";

    private readonly Dictionary<string, Vouched> _content = Projections.Given.ToDictionary(
        static given => given.Key, static given => new Vouched(0, given.Value), StringComparer.Ordinal);

    private readonly HashSet<string> _undigested = new(StringComparer.Ordinal);
    private readonly HashSet<string> _undigestedKinds = new(StringComparer.Ordinal);
    private readonly HashSet<string> _keys = new(StringComparer.Ordinal);
    private readonly HashSet<long> _redacted = [];

    /// <summary>The last event that it has come past.</summary>
    public long Seq { get; private set; }

    /// <summary>Its hash.</summary>
    public string Head { get; private set; } = "";

    /// <summary>The first thing that is wrong with the history, or null.</summary>
    public string? Fault { get; private set; }

    /// <summary>By subject, what its last event says that the tables hold.</summary>
    public IReadOnlyDictionary<string, Vouched> Content => _content;

    /// <summary>Whether events tell of a subject, and none of them what the tables hold on it: older versions did not.</summary>
    public bool IsUndigested(Projection projection, ContentKey key) =>
        _undigested.Contains(key.ToString())
        || (key.Number > 0 && _undigested.Contains($"article/{key.Id}"))
        || (projection.TakenOverFrom is { } kind && _undigestedKinds.Contains(kind));

    /// <summary>Goes on by a page.</summary>
    /// <returns>Whether there may be more.</returns>
    public async Task<bool> ContinueAsync(ReadTx tx)
    {
        var lines = await tx.ListAsync<EventLine>(PageSql, new { Seq, PageSize });
        foreach (var line in lines)
        {
            if (Fault is null)
            {
                Pass(line);
            }
        }

        return Fault is null && lines.Count == PageSize;
    }

    /// <summary>Goes on to the end that a snapshot has.</summary>
    public async Task CatchUpAsync(ReadTx tx)
    {
        while (await ContinueAsync(tx))
        {
        }
    }

    /// <summary>What can be said only at the end.</summary>
    public string? FaultAtEnd() => checkpoint switch
    {
        _ when _redacted.Count > 0 => $"Event {_redacted.Min()} was blanked, and no later event says so.",
        null => null,
        _ when Seq < checkpoint.Seq => $"The history ends at event {Seq}, and the checkpoint has event {checkpoint.Seq}: its end is cut off.",
        _ when !_keys.Contains(checkpoint.PublicKey) => "The checkpoint was signed by a key that the history does not know.",
        _ => null,
    };

    private void Pass(EventLine line)
    {
        Fault = Chain.FaultOf(line, Seq + 1, Head)
            ?? (line.Seq == 1 && checkpoint is not null && checkpoint.Instance != line.Hash ? "Event 1 is not that of the checkpoint: this is another history." : null)
            ?? (line.Seq == checkpoint?.Seq && checkpoint.Head != line.Hash ? $"Event {line.Seq} has another hash than the checkpoint: the history up to it was rewritten." : null);
        if (Fault is not null)
        {
            return;
        }

        (Seq, Head) = (line.Seq, line.Hash);
        if (line.Kind == EventKind.EventRedacted.Name && Redaction.SeqOf(line.Subject) is { } seq)
        {
            _redacted.Remove(seq); // Whether or not that event was blanked itself since.
        }

        if (line.IsRedacted)
        {
            _redacted.Add(line.Seq);
            _undigested.Add(line.Subject); // What it vouched for stands in the event that redacted it, if in any.
            return;
        }

        try
        {
            Fault = Read(line, EventBody.Parse(line.Body));
        }
        catch (JsonException)
        {
            Fault = $"Event {line.Seq} has a body that no version of this program wrote.";
        }
    }

    private string? Read(EventLine line, RecordedBody body)
    {
        foreach (var (subject, digest) in body.Content ?? [])
        {
            if (Projections.Of(subject) is null)
            {
                return $"Event {line.Seq} vouches for {subject}, which no table can hold.";
            }

            _content[subject] = new Vouched(line.Seq, digest);
        }

        if (body.Content is null && Projections.Of(line.Subject) is var (projection, _))
        {
            _undigested.Add(line.Subject);
            _undigestedKinds.Add(projection.Kind);
        }

        if (line.Kind == EventKind.CheckpointKeyCreated.Name && body.After is { ValueKind: JsonValueKind.Object } after && after.TryGetProperty("publicKey", out var key))
        {
            _keys.Add(key.ToString());
        }

        return null;
    }
}

/// <summary>What an event says that the tables hold on a subject.</summary>
/// <param name="Seq">The event; 0 where a migration put it there.</param>
/// <param name="Digest">The digest of the rows, or null where there are none.</param>
internal sealed record Vouched(long Seq, string? Digest);
