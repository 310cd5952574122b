using System.Text.Json;

namespace ClaimTracker.Api.Domain.History;

/// <summary>Walks through the history from its first event, and keeps the digests for which its events vouch.</summary>
/// <param name="checkpoint">A checkpoint that the history must match, or null.</param>
/// <param name="picks">Says which events are looked for; null for none. Those that were blanked are not asked about.</param>
internal sealed class HistoryWalk(Checkpoint? checkpoint, Func<EventLine, RecordedBody, bool>? picks = null)
{
    private const int PageSize = 500;

    private const string PageSql = $"select {EventLine.Columns} from events where seq > @Seq order by seq limit @PageSize + 0";

    private Dictionary<string, Vouched> _content = Projections.Given.ToDictionary(
        static given => given.Key, static given => new Vouched(0, given.Value), StringComparer.Ordinal);

    private HashSet<string> _undigested = new(StringComparer.Ordinal);
    private HashSet<string> _undigestedKinds = new(StringComparer.Ordinal);
    private HashSet<string> _keys = new(StringComparer.Ordinal);
    private HashSet<long> _redacted = [];
    private List<long> _picked = [];

    /// <summary>The last event that it has passed.</summary>
    public long Seq { get; private set; }

    /// <summary>The hash of the last event that it has passed.</summary>
    public string Head { get; private set; } = "";

    /// <summary>The first fault of the history, as a sentence; null if there is none so far.</summary>
    public string? Fault { get; private set; }

    /// <summary>The digest of the rows of each subject, by its last event.</summary>
    public IReadOnlyDictionary<string, Vouched> Content => _content;

    /// <summary>The numbers of the events that were looked for.</summary>
    public IReadOnlyList<long> Picked => _picked;

    /// <summary>The walk so far, to go on from in a write: one that is undone takes back the events that it has passed there.</summary>
    public HistoryWalk Branch() => new(checkpoint, picks)
    {
        Seq = Seq,
        Head = Head,
        Fault = Fault,
        _content = new(_content, StringComparer.Ordinal),
        _undigested = new(_undigested, StringComparer.Ordinal),
        _undigestedKinds = new(_undigestedKinds, StringComparer.Ordinal),
        _keys = new(_keys, StringComparer.Ordinal),
        _redacted = [.. _redacted],
        _picked = [.. _picked],
    };

    /// <summary>Whether the history has the event of a key for checkpoints, by what the event says of it.</summary>
    public bool Knows(JsonElement key) => key.TryGetProperty("publicKey", out var text) && _keys.Contains(text.ToString());

    /// <summary>Whether a subject has events, but none with a digest of its rows: older versions recorded none.</summary>
    public bool IsUndigested(Projection projection, ContentKey key) =>
        _undigested.Contains(key.ToString())
        || (key.Number > 0 && _undigested.Contains($"article/{key.Id}"))
        || (projection.TakenOverFrom is { } kind && _undigestedKinds.Contains(kind));

    /// <summary>Walks on by a page.</summary>
    /// <returns>Whether there may be more events.</returns>
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

    /// <summary>Walks on to the end of the history in a snapshot.</summary>
    public async Task CatchUpAsync(ReadTx tx)
    {
        while (await ContinueAsync(tx))
        {
        }
    }

    /// <summary>The faults that only the end of the history shows; null if there is none.</summary>
    public string? FaultAtEnd() => checkpoint switch
    {
        _ when _redacted.Count > 0 => $"Event {_redacted.Min()} was blanked, but no later event records that.",
        null => null,
        _ when Seq < checkpoint.Seq =>
            $"The history ends at event {Seq}, but the checkpoint has event {checkpoint.Seq}: the end was cut off.",
        _ when !_keys.Contains(checkpoint.PublicKey) => "The checkpoint was signed by a key that the history does not know.",
        _ => null,
    };

    private void Pass(EventLine line)
    {
        Fault = Chain.FaultOf(line, Seq + 1, Head) ?? FaultAgainstCheckpoint(line);
        if (Fault is not null)
        {
            return;
        }

        (Seq, Head) = (line.Seq, line.Hash);
        if (line.Kind == EventKind.EventRedacted.Name && Redaction.SeqOf(line.Subject) is { } seq)
        {
            _redacted.Remove(seq); // Even if this event was blanked itself later.
        }

        if (line.IsRedacted)
        {
            _redacted.Add(line.Seq);
            _undigested.Add(line.Subject); // The event that redacted it repeats its digests, if it had any.
            return;
        }

        try
        {
            var body = EventBody.Parse(line.Body);
            Fault = Read(line, body);
            if (picks?.Invoke(line, body) == true)
            {
                _picked.Add(line.Seq);
            }
        }
        catch (JsonException)
        {
            Fault = $"Event {line.Seq} has a body that no version of this program wrote.";
        }
    }

    private string? FaultAgainstCheckpoint(EventLine line) => checkpoint switch
    {
        not null when line.Seq == 1 && checkpoint.Instance != line.Hash =>
            "Event 1 differs from the checkpoint: this is a different history.",
        not null when line.Seq == checkpoint.Seq && checkpoint.Head != line.Hash =>
            $"Event {line.Seq} has a different hash than in the checkpoint: the history up to it was rewritten.",
        _ => null,
    };

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

        if (line.Kind == EventKind.CheckpointKeyCreated.Name
            && body.After is { ValueKind: JsonValueKind.Object } after
            && after.TryGetProperty("publicKey", out var key))
        {
            _keys.Add(key.ToString());
        }

        return null;
    }
}

/// <summary>The digest of the rows of a subject, and the event that vouches for it.</summary>
/// <param name="Seq">The event; 0 if a migration made the rows.</param>
/// <param name="Digest">The digest, or null if there are no rows.</param>
internal sealed record Vouched(long Seq, string? Digest);
