using System.Diagnostics;

namespace ClaimTracker.Api.Domain.Matching;

/// <summary>
/// Lets the model read the claims that it has not read yet, in the background and in small batches. After each it rests for as long as
/// that took: requests have at least half of the time.
/// </summary>
internal sealed class VectorFiller(Db db, MatchIndex index, MatchModel model, TimeProvider time, ILogger<VectorFiller> log)
    : BackgroundService
{
    private const int ClaimsAtOnce = 32;

    private const string WriteSql = """
        insert into claim_vectors (claim_id, model, text_sha256, text_vector, title_vector)
        select c.id, @model, @sha256, @text, @title
        from claims c
        where c.id = @Id
        on conflict (claim_id) do update
        set model = excluded.model,
            text_sha256 = excluded.text_sha256,
            text_vector = excluded.text_vector,
            title_vector = excluded.title_vector
        """;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    /// <summary>Reads some claims.</summary>
    /// <returns>Whether there were any.</returns>
    public async Task<bool> FillAsync(CancellationToken cancellation)
    {
        if (model.Name is null || await index.UnreadAsync(ClaimsAtOnce, cancellation) is not { Length: > 0 } ids)
        {
            return false;
        }

        // Another replica may have read them meanwhile.
        var rows = await db.AskAsync(tx => IndexedClaimRow.SomeAsync(tx, ids), cancellation);
        var unread = rows.Where(row => !row.IsRead(model.Name)).ToList();
        var texts = unread.SelectMany(static row => (string[])[row.Text, row.Title ?? ""]).ToList();
        if (await model.ReadAsync(texts, cancellation) is not { } vectors)
        {
            return false;
        }

        var read = unread.Select((row, i) => (row, Text: vectors[2 * i], Title: row.Title is null ? null : vectors[(2 * i) + 1])).ToList();
        if (read.Count > 0)
        {
            var kept = read.Select(claim => new
            {
                claim.row.Id,
                model = model.Name,
                sha256 = claim.row.Sha256(),
                text = Kept(claim.Text),
                title = claim.Title is null ? null : Kept(claim.Title),
            }).ToList();
            await db.WriteAsync(tx => tx.ExecuteAsync(WriteSql, kept));
        }

        foreach (var id in ids.Except(rows.Select(static row => row.Id)))
        {
            index.Read(id, text: null, title: null);
        }

        foreach (var row in rows.Except(unread))
        {
            index.Read(row.Id, IndexedClaimRow.VectorOf(row.TextVector), IndexedClaimRow.VectorOf(row.TitleVector));
        }

        read.ForEach(claim => index.Read(claim.row.Id, claim.Text, claim.Title));
        return true;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested && model.Name is not null)
        {
            var began = Stopwatch.GetTimestamp();
            var filled = index.IsUsed && await TryAsync(stoppingToken);
            var rest = filled ? Stopwatch.GetElapsedTime(began) : Pause;
            await Task.Delay(rest, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static string Kept(MeaningVector vector) => Convert.ToBase64String(vector.Bytes);

    // Without vectors matches are found by words alone: that is better than a service that stops.
    private async Task<bool> TryAsync(CancellationToken cancellation)
    {
        try
        {
            return await FillAsync(cancellation);
        }
#pragma warning disable CA1031 // Whatever failed, the service goes on.
        catch (Exception failed) when (failed is not OperationCanceledException)
#pragma warning restore CA1031
        {
            log.MeaningsUnread(failed);
            return false;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
