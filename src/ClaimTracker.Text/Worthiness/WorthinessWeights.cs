using System.Collections.Frozen;
using System.Text.Json;
using ClaimTracker.Text.Worthiness;

namespace ClaimTracker.Text;

/// <summary>The weights of the rules of check-worthiness: chosen by judgement, and fitted to no labelled set.</summary>
/// <param name="Version">The name of these weights.</param>
/// <param name="Prior">The sum with which every sentence starts: most are not worth a check.</param>
/// <param name="Components">A weight for each component; one that is missing weighs nothing.</param>
public sealed record WorthinessWeights(string Version, double Prior, IReadOnlyDictionary<string, double> Components)
{
    /// <summary>The least that a component may weigh.</summary>
    public const double Lowest = -5;

    /// <summary>The most that a component may weigh.</summary>
    public const double Highest = 5;

    /// <summary>The weights that the library brings.</summary>
    public static WorthinessWeights Default { get; } = Read(Resource.Text("check-worthiness.json"));

    /// <summary>The names of all components, in their order.</summary>
    public static IReadOnlyList<string> Names => WorthinessRules.All;

    private static WorthinessWeights Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        return new WorthinessWeights(
            root.GetProperty("version").GetString()!,
            root.GetProperty("prior").GetDouble(),
            root.GetProperty("weights").EnumerateObject().ToFrozenDictionary(static w => w.Name, static w => w.Value.GetDouble()));
    }
}
