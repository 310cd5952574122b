using System.Globalization;
using System.Text.Json;
using ClaimTracker.Data.Copying;

namespace ClaimTracker.Api.Domain.Archives;

/// <summary>
/// Lets the one who imported an archive go on: the user of the empty instance becomes the admin of that name in the archive, or a new one.
/// One event tells of the import, and that the keys of the archive are not here.
/// </summary>
internal static class LocalAccess
{
    private const string SameNameSql = "select id, role, removed_at from users where name_key = @key";

    public static async Task WriteAsync(
        WriteTx tx, WholeTables tables, EmptyInstance before, HistoryWalk history, CheckedArchive archive, string actor)
    {
        var content = history.Content.Where(static one => one.Value.Digest is not null && KeyOf(one.Key) is not null)
            .ToDictionary(static one => one.Key, static _ => (string?)null, StringComparer.Ordinal);
        var lastKey = history.Content.Keys.Select(KeyOf).Max() ?? 0;
        if (before.User is { } user)
        {
            var id = await UserAsync(tx, tables, user, content);
            foreach (var key in before.Keys)
            {
                lastKey = Math.Max(lastKey, (long)key["id"]!);
                await WriteRowAsync(tables, "api_keys", key, ("user_id", id));
                await VouchAsync(tx, content, Subject.Key((long)key["id"]!, id));
            }
        }

        if (lastKey > 0)
        {
            await tables.SetLastIdAsync("api_keys", lastKey);
        }

        var (_, seq, head) = archive.Manifest.History!;
        var said = new EventBody(Before: null, After: new { archive.Manifest.Schema, seq, head, archive.Sha256 })
        {
            Content = content.Count == 0 ? null : content,
        };
        await EventWriter.AppendAsync(tx, actor, EventKind.ArchiveImported, new Subject($"archive/{archive.Sha256[..16]}"), said);
        foreach (var line in before.CheckpointKeys)
        {
            if (EventBody.Parse(line.Body).After is { } key && !history.Knows(key))
            {
                await EventWriter.AppendAsync(
                    tx, ReservedNames.System, EventKind.CheckpointKeyCreated, new Subject(line.Subject), new EventBody(Before: null, key));
            }
        }
    }

    private static async Task<long> UserAsync(
        WriteTx tx, WholeTables tables, IReadOnlyDictionary<string, object?> user, Dictionary<string, string?> content)
    {
        if (await tx.FirstAsync<Namesake>(SameNameSql, new { key = user["name_key"] }) is { } same)
        {
            return same is { Role: Role.Admin, RemovedAt: null }
                ? same.Id
                : throw new ArchiveException(
                    null, $"The archive has a user {user["name"]} who is no admin any more: import it as somebody with another name.");
        }

        var id = await tx.TakeIdsAsync("users", 1);
        await WriteRowAsync(tables, "users", user, ("id", id));
        await VouchAsync(tx, content, Subject.User(id));
        return id;
    }

    private static Task WriteRowAsync(
        WholeTables tables, string table, IReadOnlyDictionary<string, object?> row, (string Column, object Value) other)
    {
        var to = tables.All.Single(known => known.Name == table);
        object?[] values = [.. to.Columns.Select(column => column == other.Column ? other.Value : row[column])];
        return tables.WriteAsync(to, to.Columns, new[] { values }.ToAsyncEnumerable());
    }

    private static async Task VouchAsync(WriteTx tx, Dictionary<string, string?> content, Subject subject)
    {
        var (projection, key) = Projections.Of(subject.ToString())!.Value;
        content[subject.ToString()] = await ContentDigest.ReadAsync(tx, projection, key);
    }

    private static long? KeyOf(string subject) => ContentKey.Of(subject) is { Kind: "key" } key ? key.Id : null;

    private sealed record Namesake
    {
        public long Id { get; init; }

        public Role Role { get; init; }

        public DateTimeOffset? RemovedAt { get; init; }
    }
}
