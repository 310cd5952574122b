using System.Globalization;
using System.Text.Json;

namespace ClaimTracker.Api.Domain.Sentences;

/// <summary>The weights of check-worthiness that the desk has set.</summary>
internal sealed record DeskWeights
{
    private const string NewestSql = """
        select version, prior, weights, set_by, set_at
        from worthiness_weights
        order by version desc
        limit 1
        """;

    /// <summary>Counted from 1.</summary>
    public required int Version { get; init; }

    public required double Prior { get; init; }

    /// <summary>JSON: a weight for each component.</summary>
    public required string Weights { get; init; }

    public required string SetBy { get; init; }

    public required DateTimeOffset SetAt { get; init; }

    /// <summary>Finds the newest; null where the desk has set none.</summary>
    public static Task<DeskWeights?> FindAsync(ReadTx tx) => tx.FirstAsync<DeskWeights>(NewestSql, new { });

    /// <summary>The weights that new sentences are scored with.</summary>
    public static async Task<WorthinessWeights> InForceAsync(ReadTx tx) =>
        (await FindAsync(tx))?.ToWeights() ?? WorthinessWeights.Default;

    /// <summary>The version of weights, as it is counted here; 0 for those of the program.</summary>
    public static int NumberOf(WorthinessWeights weights) =>
        ReferenceEquals(weights, WorthinessWeights.Default) ? 0 : int.Parse(weights.Version, CultureInfo.InvariantCulture);

    public WorthinessWeights ToWeights() =>
        new(Version.ToString(CultureInfo.InvariantCulture), Prior, JsonSerializer.Deserialize<Dictionary<string, double>>(Weights)!);
}
