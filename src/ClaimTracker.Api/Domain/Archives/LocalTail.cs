using System.Globalization;

namespace ClaimTracker.Api.Domain.Archives;

/// <summary>
/// The end of a history that an instance wrote about itself since it took over an archive, and before anybody did any work: the import, its
/// keys, and the users that it made for them. It stays out of archives, so that the same content gives the same archive again.
/// </summary>
/// <param name="After">The last event that goes into an archive.</param>
/// <param name="FirstUser">The first of its users; null if there is none. Their ids are higher than those of all others.</param>
internal sealed record LocalTail(long After, long? FirstUser)
{
    /// <summary>A longer end is part of the work.</summary>
    private const int MaxEvents = 1_000;

    private const string ImportSql = "select max(seq) from events where kind = @Imported";

    private const string EventsSql = $"""
        select {EventLine.Columns}
        from events
        where seq >= @import
        order by seq
        limit @Take + 0
        """;

    private static readonly string[] Kinds =
    [
        EventKind.ArchiveImported.Name, EventKind.CheckpointKeyCreated.Name, EventKind.KeyCreated.Name, EventKind.KeyExpires.Name,
        EventKind.KeyRevoked.Name,
    ];

    /// <summary>Finds the end; null where there is none, or work has been done since.</summary>
    public static async Task<LocalTail?> FindAsync(ReadTx tx)
    {
        if (await tx.SingleAsync<long?>(ImportSql, new { Imported = EventKind.ArchiveImported.Name }) is not { } import)
        {
            return null;
        }

        var lines = await tx.ListAsync<EventLine>(EventsSql, new { import, Take = MaxEvents });
        if (lines.Count == MaxEvents || lines.Any(static line => line.IsRedacted || !IsLocal(line)))
        {
            return null;
        }

        // The import vouches for the user who made it; those that came later have events of their own.
        var users = (EventBody.Parse(lines[0].Body).Content ?? []).Where(static one => one.Value is not null)
            .Select(static one => one.Key)
            .Concat(lines.Select(static line => line.Subject))
            .Where(static subject => subject.StartsWith("user/", StringComparison.Ordinal))
            .Select(static subject => long.Parse(subject.AsSpan("user/".Length), CultureInfo.InvariantCulture))
            .ToList();
        return new LocalTail(import - 1, users.Count == 0 ? null : users.Min());
    }

    private static bool IsLocal(EventLine line) =>
        Kinds.Contains(line.Kind, StringComparer.Ordinal)
        || (line.Kind == EventKind.UserCreated.Name && line.Actor is ReservedNames.System or ReservedNames.Operator);
}
