using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Features;

/// <summary>Reads the history as it stands in the database.</summary>
internal static class Chronicle
{
    private const string Sql = "select seq, at, actor, kind, subject, body, salt, prev, hash from events";

    public static Task<IReadOnlyList<RecordedEvent>> EventsAsync(this ApiHost host) =>
        host.Db.ReadAsync(static tx => tx.ListAsync<RecordedEvent>($"{Sql} order by seq"), CancellationToken.None);

    /// <summary>What happened to a subject, such as claim/12, in order.</summary>
    public static async Task<IReadOnlyList<string>> KindsAsync(this ApiHost host, string subject) =>
        [.. (await host.EventsAsync()).Where(e => e.Subject == subject).Select(e => e.Kind)];

    /// <summary>The kinds of what a write recorded, without the subjects.</summary>
    public static IReadOnlyList<string> Kinds(this IEnumerable<string> recorded) => [.. recorded.Select(e => e.Split(' ')[0])];

    /// <summary>What a write recorded, as "kind subject" in order.</summary>
    public static async Task<IReadOnlyList<string>> RecordedByAsync(this ApiHost host, Func<Task> write)
    {
        var before = (await host.EventsAsync()).Count;
        await write();
        return [.. (await host.EventsAsync()).Skip(before).Select(e => $"{e.Kind} {e.Subject}")];
    }
}

internal sealed record RecordedEvent
{
    public long Seq { get; init; }

    public string At { get; init; } = "";

    public string Actor { get; init; } = "";

    public string Kind { get; init; } = "";

    public string Subject { get; init; } = "";

    public string Body { get; init; } = "";

    public string Salt { get; init; } = "";

    public string Prev { get; init; } = "";

    public string Hash { get; init; } = "";
}
