using System.Globalization;
using System.Text;
using System.Text.Json;

namespace ClaimTracker.Api.Features.Changes;

/// <summary>A page of a stream.</summary>
/// <param name="Events">The changes as the stream sends them.</param>
/// <param name="Next">Where the stream goes on.</param>
/// <param name="Head">The last event of the history.</param>
internal sealed record ChangePage(ReadOnlyMemory<byte> Events, long Next, long Head)
{
    /// <summary>What a stream begins with: how many milliseconds a client waits before it comes again.</summary>
    public static readonly ReadOnlyMemory<byte> Opening = "retry: 2000\n\n"u8.ToArray();

    public static ChangePage Of(ChangesResponse changes)
    {
        var text = new StringBuilder();
        foreach (var change in changes.Items)
        {
            var data = JsonSerializer.Serialize(change, ApiJson.Options);
            text.Append(CultureInfo.InvariantCulture, $"id: {change.Seq}\nevent: {change.Kind}\ndata: {data}\n\n");
        }

        return new ChangePage(Encoding.UTF8.GetBytes(text.ToString()), changes.Next, changes.Head);
    }

    /// <summary>Says where the stream is, and that it is there. An id without data is remembered by clients, and makes no event.</summary>
    public ReadOnlyMemory<byte> Place() => Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"id: {Next}\n\n"));
}

/// <summary>
/// Pages that streams share: those that are up to date all read the same one next, so that a change is read once for all of them, and
/// the end of the history a few times a second.
/// </summary>
internal sealed class ChangePages(Db db, TimeProvider time)
{
    private const int Kept = 64;

    private static readonly TimeSpan Recent = TimeSpan.FromMilliseconds(200);

    private readonly Lock _gate = new();
    private readonly Dictionary<PageKey, Task<ChangePage>> _pages = [];
    private (long At, Task<long> Head)? _head;
    private long _headOfPages;

    /// <summary>Reads the page after an event; an empty one where nothing is new.</summary>
    /// <exception cref="ProblemException">400: the history does not go as far.</exception>
    public async Task<ChangePage> ReadAsync(Actor actor, string[] kinds, long after, CancellationToken cancellation)
    {
        var head = await Head().WaitAsync(cancellation);
        return head == after ? new ChangePage(default, after, head) : await Page(actor, kinds, after, head).WaitAsync(cancellation);
    }

    // Shared reads outlive the client that began them, so its cancellation does not end them.
    private Task<long> Head()
    {
        lock (_gate)
        {
            if (_head is not { } last || last.Head.IsFaulted || time.GetElapsedTime(last.At) > Recent)
            {
                _head = (time.GetTimestamp(), db.ReadAsync(ChangeReader.HeadAsync, CancellationToken.None));
            }

            return _head.Value.Head;
        }
    }

    private Task<ChangePage> Page(Actor actor, string[] kinds, long after, long head)
    {
        var key = new PageKey(actor.SeesDesk, actor.SeesDrafts, string.Join(',', kinds), after);
        lock (_gate)
        {
            if (_headOfPages != head || _pages.Count == Kept)
            {
                _pages.Clear();
                _headOfPages = head;
            }

            if (!_pages.TryGetValue(key, out var page) || page.IsFaulted)
            {
                _pages[key] = page = db.ReadAsync(
                    async tx => ChangePage.Of(await ChangeReader.ReadAsync(tx, actor, kinds, after, HttpLimits.PageSize)),
                    CancellationToken.None);
            }

            return page;
        }
    }

    private sealed record PageKey(bool SeesDesk, bool SeesDrafts, string Kinds, long After);
}
