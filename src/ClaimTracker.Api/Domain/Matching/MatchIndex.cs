namespace ClaimTracker.Api.Domain.Matching;

/// <summary>
/// The claims in memory, as matches are found among them. Made with the first search, it follows the history: each search reads the
/// events since the last one, whoever wrote them, and the claims that they are about.
/// </summary>
internal sealed class MatchIndex(Db db, MatchModel model) : IDisposable
{
    private const int EventsAtOnce = 5_000;
    private const string HeadSql = "select coalesce(max(seq), 0) from events";

    private const string EventsSql = """
        select seq, subject
        from events
        where seq > @seq
        order by seq
        limit @EventsAtOnce + 0
        """;

    // A verdict may bring the title of its review. One that was deleted was a draft, and brought none.
    private const string OfVerdictsSql = "select current_claim_id from verdicts where id in @ids and current_claim_id is not null";

    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly CancellationTokenSource _life = new();
    private readonly HashSet<long> _unread = [];
    private ClaimIndex? _claims;
    private long _seq;

    /// <summary>Whether anybody has searched yet.</summary>
    public bool IsUsed => _claims is not null;

    /// <summary>Finds the claims that most likely say what a text says.</summary>
    public async Task<IReadOnlyList<ClaimMatch>> SearchAsync(MatchQuery query, CancellationToken cancellation) =>
        (await FollowAsync(cancellation)).Find(query);

    /// <summary>
    /// Brings the index to the state of the tables. That goes on when its caller no longer waits: who comes next needs it all the same.
    /// </summary>
    public Task<ClaimIndex> FollowAsync(CancellationToken cancellation) => FollowToEndAsync().WaitAsync(cancellation);

    /// <summary>Makes it anew with the next search: the history is another one.</summary>
    public async Task ForgetAsync(CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        _claims = null;
        lock (_unread)
        {
            _unread.Clear();
        }

        _turn.Release();
    }

    /// <summary>Some claims that the model has not read yet.</summary>
    public async Task<long[]> UnreadAsync(int count, CancellationToken cancellation)
    {
        await FollowAsync(cancellation);
        lock (_unread)
        {
            return [.. _unread.Take(count)];
        }
    }

    /// <summary>Takes over what the model has read of a claim; null where it is no more.</summary>
    public void Read(long claim, MeaningVector? text, MeaningVector? title)
    {
        lock (_unread)
        {
            _unread.Remove(claim);
        }

        _claims?.PutMeaning(claim, text, title);
    }

    public void Dispose()
    {
        _life.Cancel();
        _life.Dispose();
        _turn.Dispose();
        _claims?.Dispose();
    }

    private async Task<ClaimIndex> FollowToEndAsync()
    {
        var cancellation = _life.Token;
        await _turn.WaitAsync(cancellation);
        try
        {
            if (_claims is null || _claims.IsWorn)
            {
                _claims = await LoadAsync(cancellation);
            }

            while (await CatchUpAsync(_claims, cancellation))
            {
                cancellation.ThrowIfCancellationRequested();
            }

            return _claims;
        }
        finally
        {
            _turn.Release();
        }
    }

    // Changes that are written meanwhile are read again after it.
    private async Task<ClaimIndex> LoadAsync(CancellationToken cancellation)
    {
        _seq = await db.AskAsync(static tx => tx.SingleAsync<long>(HeadSql), cancellation);
        var claims = new ClaimIndex();
        for (var after = 0L; ;)
        {
            var rows = await db.AskAsync(tx => IndexedClaimRow.PageAsync(tx, after), cancellation);
            foreach (var row in rows)
            {
                Put(claims, row);
            }

            if (rows.Count < IndexedClaimRow.RowsAtOnce)
            {
                return claims;
            }

            after = rows[^1].Id;
        }
    }

    private async Task<bool> CatchUpAsync(ClaimIndex claims, CancellationToken cancellation)
    {
        if (await db.AskAsync(static tx => tx.SingleAsync<long>(HeadSql), cancellation) == _seq)
        {
            return false;
        }

        var (seq, changed, rows) = await db.ReadAsync(ChangedAsync, cancellation);
        foreach (var gone in changed.Except(rows.Select(static row => row.Id)))
        {
            claims.Remove(gone);
        }

        foreach (var row in rows)
        {
            Put(claims, row);
        }

        _seq = seq;
        return true;
    }

    private async Task<(long Seq, IReadOnlyList<long> Changed, IReadOnlyList<IndexedClaimRow> Rows)> ChangedAsync(ReadTx tx)
    {
        var events = await tx.ListAsync<(long Seq, string Subject)>(EventsSql, new { seq = _seq, EventsAtOnce });
        var subjects = events.Select(static e => ContentKey.Of(e.Subject)).OfType<ContentKey>().Distinct().ToList();
        long[] ids = [.. subjects.Where(static subject => subject.Kind == "verdict").Select(static subject => subject.Id)];
        var ofVerdicts = ids.Length == 0 ? [] : await tx.ListAsync<long>(OfVerdictsSql, new { ids });
        long[] changed =
            [.. subjects.Where(static subject => subject.Kind == "claim").Select(static subject => subject.Id).Union(ofVerdicts)];
        return (
            events.Count == 0 ? _seq : events[^1].Seq,
            changed,
            changed.Length == 0 ? [] : await IndexedClaimRow.SomeAsync(tx, changed));
    }

    private void Put(ClaimIndex claims, IndexedClaimRow row)
    {
        claims.Put(row.Id, row.Text, row.Title, isPublic: false);
        if (model.Name is not { } name)
        {
            return;
        }

        var isRead = row.IsRead(name);
        if (isRead)
        {
            claims.PutMeaning(row.Id, IndexedClaimRow.VectorOf(row.TextVector), IndexedClaimRow.VectorOf(row.TitleVector));
        }

        lock (_unread)
        {
            _ = isRead ? _unread.Remove(row.Id) : _unread.Add(row.Id);
        }
    }
}
