using ClaimTracker.Meaning.Encoders;

namespace ClaimTracker.Meaning.MiniLm;

/// <summary>Loads the model with the first text, and lets it go when nobody has used it for a while.</summary>
internal sealed class MiniLmEncoder : ITextEncoder, IDisposable
{
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(5);

    private const int ManyTexts = 16;

    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly ITimer _timer;
    private readonly TimeProvider _clock;
    private readonly int _threads;
    private ModelSession? _session;
    private DateTimeOffset _used;
    private bool _closed;

    public MiniLmEncoder(TimeProvider clock, int threads)
    {
        _clock = clock;
        _threads = threads;
        _timer = clock.CreateTimer(_ => LetGo(), state: null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public string Model => "all-MiniLM-L6-v2";

    /// <summary>Whether the model is in memory.</summary>
    public bool IsLoaded => _session is not null;

    public async Task<IReadOnlyList<float[]>> EncodeAsync(IReadOnlyList<string> texts, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(texts);
        if (texts.Count == 0)
        {
            return [];
        }

        await _turn.WaitAsync(cancellation);
        try
        {
            ObjectDisposedException.ThrowIf(_closed, this);
            return await Task.Run(() => Encode(texts, cancellation), cancellation);
        }
        finally
        {
            _used = _clock.GetUtcNow();
            _turn.Release();
        }
    }

    public void Dispose()
    {
        _timer.Dispose();
        _turn.Wait();
        _closed = true;
        Drop();
        _turn.Dispose();
    }

    private float[][] Encode(IReadOnlyList<string> texts, CancellationToken cancellation)
    {
        if (_session is null)
        {
            _session = ModelSession.Load(_threads);
            NativeHeap.Trim();
            _timer.Change(Kept, Kept);
        }

        var vectors = new float[texts.Count][];
        foreach (var (places, tokens) in _session.Batches(texts))
        {
            cancellation.ThrowIfCancellationRequested();
            var encoded = _session.Encode(tokens);
            for (var i = 0; i < places.Length; i++)
            {
                vectors[places[i]] = encoded[i];
            }
        }

        if (texts.Count > ManyTexts)
        {
            NativeHeap.Trim();
        }

        return vectors;
    }

    private void Drop()
    {
        _session?.Dispose();
        _session = null;
        NativeHeap.Trim();
    }

    private void LetGo()
    {
        try
        {
            // Whoever has the turn is using it.
            if (!_turn.Wait(0))
            {
                return;
            }
        }
        catch (ObjectDisposedException)
        {
            return;
        }

        try
        {
            if (!_closed && _session is not null && _clock.GetUtcNow() - _used >= Kept)
            {
                Drop();
                _timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            }
        }
        finally
        {
            _turn.Release();
        }
    }
}
