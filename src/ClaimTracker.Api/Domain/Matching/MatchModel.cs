using ClaimTracker.Meaning;
using ClaimTracker.Meaning.Encoders;

namespace ClaimTracker.Api.Domain.Matching;

/// <summary>Whether matches are found by meaning too.</summary>
internal enum ModelUse
{
    On,
    Off,
}

/// <summary>By what meanings are compared.</summary>
/// <param name="Use">Whether they are.</param>
/// <param name="Endpoint">The service that reads texts; null for the model that the program carries.</param>
internal sealed record MatchSettings(ModelUse Use, EmbeddingEndpoint? Endpoint);

/// <summary>
/// The model that compares meanings, if there is one: that of a service, or the one that the program carries. One that fails is left
/// alone for a while; matches are found by words then.
/// </summary>
internal sealed class MatchModel(MatchSettings settings, TimeProvider time, ILogger<MatchModel> log) : IDisposable
{
    /// <summary>How long it is left alone.</summary>
    public static readonly TimeSpan Rest = TimeSpan.FromSeconds(30);

    /// <summary>How long one request may wait for it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan Quiet = TimeSpan.FromMinutes(10);

    private readonly ITextEncoder? _encoder = settings switch
    {
        { Use: ModelUse.Off } => null,
        { Endpoint: { } endpoint } => new EndpointEncoder(endpoint, time),
        _ => LocalModel.IsThere ? LocalModel.Open(time, threads: 1) : null,
    };

    private readonly Lock _lock = new();
    private long? _failed;
    private long? _told;

    /// <summary>The name of the model; null where there is none.</summary>
    public string? Name => _encoder?.Model;

    /// <summary>Whether it reads a text well. The model that the program carries reads English; a service may read any language.</summary>
    public bool Reads(string text) =>
        settings.Endpoint is not null || SentenceSplitter.LanguageOf(text, language: null) is "en" or "und";

    /// <summary>The meanings of texts of a request, in their order. It waits for so long only.</summary>
    /// <returns>Null where there is no model, or it failed just now or a little while ago.</returns>
    public async Task<IReadOnlyList<MeaningVector>?> AskAsync(IReadOnlyList<string> texts, CancellationToken cancellation)
    {
        using var late = new CancellationTokenSource(Patience, time);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellation);
        try
        {
            return await ReadAsync(texts, end.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            Fail(new TimeoutException());
            return null;
        }
    }

    /// <summary>The meanings of texts, in their order, however long that takes.</summary>
    /// <returns>Null where there is no model, or it failed just now or a little while ago.</returns>
    public async Task<IReadOnlyList<MeaningVector>?> ReadAsync(IReadOnlyList<string> texts, CancellationToken cancellation)
    {
        if (_encoder is null || IsAtRest())
        {
            return null;
        }

        try
        {
            return [.. (await _encoder.EncodeAsync(texts, cancellation)).Select(static vector => MeaningVector.Of(vector))];
        }
#pragma warning disable CA1031 // Whatever failed, matches are found by words.
        catch (Exception failed) when (failed is not OperationCanceledException)
#pragma warning restore CA1031
        {
            Fail(failed);
            return null;
        }
    }

    public void Dispose() => (_encoder as IDisposable)?.Dispose();

    private bool IsAtRest()
    {
        lock (_lock)
        {
            return _failed is { } failed && time.GetElapsedTime(failed) < Rest;
        }
    }

    private void Fail(Exception failure)
    {
        lock (_lock)
        {
            _failed = time.GetTimestamp();
            if (_told is { } told && time.GetElapsedTime(told) < Quiet)
            {
                return;
            }

            _told = _failed;
        }

        log.MeaningsUnread(failure);
    }
}
