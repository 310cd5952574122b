using System.Runtime.CompilerServices;

namespace ClaimTracker.Data;

/// <summary>Reads what comes next while what came before is worked on.</summary>
public static class ReadAhead
{
    /// <summary>
    /// The same items. From the second on, an item is read while the one before it is worked on; never more than one, so that memory stays
    /// flat however long that takes. The first is read alone: whoever wants no other costs nothing more.
    /// </summary>
    /// <param name="items">The items. They are read in a thread of the pool: SQLite reads in the thread that asks.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <typeparam name="T">What an item is; nothing that the next reading changes.</typeparam>
    public static async IAsyncEnumerable<T> OneAheadAsync<T>(
        this IAsyncEnumerable<T> items, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(items);
        await using var reader = items.GetAsyncEnumerator(cancellation);
        if (!await reader.MoveNextAsync())
        {
            yield break;
        }

        yield return reader.Current;
        var next = NextAsync();
        try
        {
            while (await next)
            {
                var item = reader.Current;
                next = NextAsync();
                yield return item;
            }
        }
        finally
        {
            await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing); // Whoever left before the end asks no more.
        }

        // Not cancelled before it begins: the reader is disposed of when it stands still.
        Task<bool> NextAsync() => Task.Run(async () => await reader.MoveNextAsync(), CancellationToken.None);
    }
}
