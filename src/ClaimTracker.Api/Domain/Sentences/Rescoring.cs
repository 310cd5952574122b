namespace ClaimTracker.Api.Domain.Sentences;

/// <summary>How far the sentences that were there when weights were set are scored by them.</summary>
internal sealed record Rescoring
{
    private const string Sql = "select done, total from rescorings where version = @version";

    public required long Done { get; init; }

    public required long Total { get; init; }

    public bool IsDone => Done >= Total;

    /// <returns>Null where it has not begun.</returns>
    public static Task<Rescoring?> FindAsync(ReadTx tx, int version) => tx.FirstAsync<Rescoring>(Sql, new { version });
}
