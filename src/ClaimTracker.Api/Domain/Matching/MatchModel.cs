using ClaimTracker.Meaning;
using ClaimTracker.Meaning.Encoders;

namespace ClaimTracker.Api.Domain.Matching;

/// <summary>Whether matches are found by meaning too.</summary>
internal enum ModelUse
{
    On,
    Off,
}

/// <summary>The model that compares meanings, if there is one: the program carries it, and a setting turns it off.</summary>
internal sealed class MatchModel(ModelUse use, TimeProvider time) : IDisposable
{
    private readonly ITextEncoder? _encoder = use == ModelUse.On && LocalModel.IsThere ? LocalModel.Open(time, threads: 1) : null;

    /// <summary>The name of the model; null where there is none.</summary>
    public string? Name => _encoder?.Model;

    /// <summary>The meanings of texts, in their order. There is a model.</summary>
    public async Task<IReadOnlyList<MeaningVector>> ReadAsync(IReadOnlyList<string> texts, CancellationToken cancellation) =>
        [.. (await _encoder!.EncodeAsync(texts, cancellation)).Select(static vector => MeaningVector.Of(vector))];

    public void Dispose() => (_encoder as IDisposable)?.Dispose();
}
