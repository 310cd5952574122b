using ClaimTracker.Api.Domain.Claims;

namespace ClaimTracker.Api.Features.Lists;

/// <summary>The names that a list has or asks for.</summary>
internal static class ListNames
{
    private const string SameNameSql = "select id from lists where name_key = @key";

    /// <returns>The list of this name, ignoring case; null if there is none.</returns>
    public static Task<long?> FindAsync(ReadTx tx, string name) => tx.FirstAsync<long?>(SameNameSql, new { key = TextKey.Of(name) });

    public static ProblemException Taken(long list) => Problem.Conflict($"List {list} has this name.", Subject.List(list).Address);

    /// <summary>Refuses a query that names a user or a field that nobody knows: the list could never be read.</summary>
    /// <exception cref="ProblemException">400.</exception>
    public static Task RequireKnownAsync(Change change, ListBody list) =>
        list.Query is { } query ? query.ToFilter().FilterAsync(change, change.Actor, change.Now, ClaimQuery.Path) : Task.CompletedTask;
}
