namespace ClaimTracker.Api.Domain.Matching;

/// <summary>
/// Reviews of other publishers in memory, as matches are found among them. Rows are only ever added: each search reads those that came
/// since the last one.
/// </summary>
internal sealed class ReviewIndex(Db db) : IDisposable
{
    private const int RowsAtOnce = 5_000;

    private const string Sql = """
        select r.id, r.claim, r.title, r.replaces, r.current
        from imported_reviews r
        where r.id > @after
        order by r.id
        limit @RowsAtOnce + 0
        """;

    private readonly SemaphoreSlim _turn = new(1, 1);
    private ClaimIndex _reviews = new();
    private long _last;

    /// <summary>Brings the index to the state of the table.</summary>
    public async Task<ClaimIndex> FollowAsync(CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            if (_reviews.IsWorn)
            {
                Renew();
            }

            for (var isMore = true; isMore;)
            {
                var rows = await db.AskAsync(tx => tx.ListAsync<Row>(Sql, new { after = _last, RowsAtOnce }), cancellation);
                foreach (var row in rows)
                {
                    Put(row);
                }

                isMore = rows.Count == RowsAtOnce;
            }

            return _reviews;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Makes it anew with the next search: the rows are others.</summary>
    public async Task ForgetAsync(CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        Renew();
        _turn.Release();
    }

    public void Dispose()
    {
        _turn.Dispose();
        _reviews.Dispose();
    }

    // Searches may still read the old one, which would end them if it were disposed: it goes with the last of them.
    private void Renew() => (_reviews, _last) = (new ClaimIndex(), 0);

    private void Put(Row row)
    {
        _last = row.Id;
        if (row.Replaces is { } earlier)
        {
            _reviews.Remove(earlier);
        }

        if (row.Current)
        {
            _reviews.Put(row.Id, row.Claim, row.Title, isPublic: true);
        }
    }

    private sealed record Row
    {
        public required long Id { get; init; }

        public required string Claim { get; init; }

        public required string? Title { get; init; }

        public required long? Replaces { get; init; }

        public required bool Current { get; init; }
    }
}
