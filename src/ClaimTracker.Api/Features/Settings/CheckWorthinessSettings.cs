using ClaimTracker.Api.Domain.Sentences;

namespace ClaimTracker.Api.Features.Settings;

/// <summary>A weight as clients write it.</summary>
internal sealed record WeightBody
{
    public string? Component { get; init; }

    /// <summary>From -5 to 5; 0 switches the component off.</summary>
    public double? Weight { get; init; }
}

internal sealed class WeightBodyValidator : AbstractValidator<WeightBody>
{
    public WeightBodyValidator()
    {
        RuleFor(static w => w.Component).Required(Limits.Tag);
        RuleFor(static w => w.Component)
            .Must(static name => name is null || WorthinessWeights.Names.Contains(name, StringComparer.Ordinal))
            .WithMessage($"must be one of {string.Join(", ", WorthinessWeights.Names)}");
        RuleFor(static w => w.Weight).Present();
        RuleFor(static w => w.Weight).InclusiveBetween(WorthinessWeights.Lowest, WorthinessWeights.Highest)
            .WithMessage("must be from -5 to 5");
    }
}

/// <summary>The weights of check-worthiness, and who set them.</summary>
internal sealed record CheckWorthinessResponse
{
    /// <summary>Counts what the desk has set; 0 for the weights of the program.</summary>
    public required int Version { get; init; }

    /// <summary>The sum with which every sentence starts, before its components.</summary>
    public required double Prior { get; init; }

    /// <summary>Of every component, in the order of the rules.</summary>
    public required IReadOnlyList<ComponentWeight> Weights { get; init; }

    public required string? SetBy { get; init; }

    public required DateTimeOffset? SetAt { get; init; }

    /// <summary>Reads the weights in force.</summary>
    public static async Task<CheckWorthinessResponse> FindAsync(ReadTx tx)
    {
        var set = await DeskWeights.FindAsync(tx);
        var weights = set?.ToWeights() ?? WorthinessWeights.Default;
        return new CheckWorthinessResponse
        {
            Version = set?.Version ?? 0,
            Prior = weights.Prior,
            Weights = [.. WorthinessWeights.Names.Select(name => ComponentWeight.Of(name, weights))],
            SetBy = set?.SetBy,
            SetAt = set?.SetAt,
        };
    }
}

/// <summary>A component of check-worthiness and its weight.</summary>
/// <param name="Component">Its name.</param>
/// <param name="Weight">Its weight; below zero it speaks against a check.</param>
/// <param name="Default">Its weight in the program.</param>
internal sealed record ComponentWeight(string Component, double Weight, double Default)
{
    public static ComponentWeight Of(string name, WorthinessWeights weights) => new(
        name, weights.Components.GetValueOrDefault(name), WorthinessWeights.Default.Components.GetValueOrDefault(name));
}
