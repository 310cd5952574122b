namespace ClaimTracker.Api.Domain.Users;

/// <summary>The user whom a filter asks for.</summary>
/// <param name="Name">The name as the tables have it; null where the filter asks for nobody in particular.</param>
/// <param name="IsNone">Whether it asks for what has no user.</param>
internal sealed record AskedUser(string? Name, bool IsNone)
{
    /// <summary>How many names a refusal lists.</summary>
    private const int Nearest = 3;

    private const string NamedSql = "select name from users where name_key = @key";

    private const string NearSql = """
        select name, name_key, display_name_key
        from users
        where removed_at is null
        order by
            case
                when substr(name_key, 1, length(@key)) = @key then 0
                when replace(name_key, @key, '') <> name_key then 1
                else 2
            end,
            id
        limit 500
        """;

    /// <summary>Finds the user, removed or not: what such a user did is still there.</summary>
    /// <param name="tx">A read.</param>
    /// <param name="actor">The caller.</param>
    /// <param name="field">The filter.</param>
    /// <param name="asked">What it was sent; null where it was left out.</param>
    /// <param name="orNone">Whether it can ask for what has no user.</param>
    /// <exception cref="ProblemException">
    /// 400: nobody has this name. Those who may see the people of the desk are told the nearest.
    /// </exception>
    public static async Task<AskedUser> FindAsync(ReadTx tx, Actor actor, string field, string? asked, bool orNone = false) =>
        asked is null or ReservedNames.Me || (orNone && asked == ReservedNames.None)
            ? new AskedUser(asked == ReservedNames.Me ? actor.Name : null, asked == ReservedNames.None)
            : await tx.FirstAsync<string>(NamedSql, new { key = TextKey.Of(asked) }) is { } name
                ? new AskedUser(name, IsNone: false)
                : !actor.SeesDesk ? new AskedUser(asked, IsNone: false) // The public are not told who is at the desk.
                : throw Problem.Invalid(field, Refusal(asked, orNone, actor.SeesDrafts ? await NearAsync(tx, TextKey.Of(asked)) : []));

    private static string Refusal(string asked, bool orNone, IReadOnlyList<string> near) =>
        $"must be the name of a user{(orNone ? ", me or none" : " or me")}; nobody is called {asked}"
        + (near.Count == 0 ? "" : $". Near it: {string.Join(", ", near)}");

    private static async Task<IReadOnlyList<string>> NearAsync(ReadTx tx, string key) =>
    [
        .. (await tx.ListAsync<NamedRow>(NearSql, new { key }))
            .Select(user => (user.Name, Distance: user.Texts().Min(text => Distance(key, text))))
            .Where(user => user.Distance <= Math.Max(2, key.Length / 3))
            .OrderBy(static user => user.Distance)
            .Take(Nearest)
            .Select(static user => user.Name),
    ];

    // A part of a name is as near as can be; otherwise the number of characters to put in, take out or replace (Levenshtein).
    private static int Distance(string wanted, string key)
    {
        if (key.Contains(wanted, StringComparison.Ordinal))
        {
            return 0;
        }

        var row = Enumerable.Range(0, key.Length + 1).ToArray();
        foreach (var letter in wanted)
        {
            var before = row[0]++;
            for (var i = 1; i <= key.Length; i++)
            {
                (row[i], before) = (Math.Min(Math.Min(row[i], row[i - 1]) + 1, before + (key[i - 1] == letter ? 0 : 1)), row[i]);
            }
        }

        return row[^1];
    }

    private sealed record NamedRow
    {
        public required string Name { get; init; }

        public required string NameKey { get; init; }

        public required string? DisplayNameKey { get; init; }

        /// <summary>What somebody may mean the user by: either name, and each of its words.</summary>
        public IEnumerable<string> Texts() =>
            new[] { NameKey, DisplayNameKey }.OfType<string>().SelectMany(static key => key.Split(' ').Append(key));
    }
}
