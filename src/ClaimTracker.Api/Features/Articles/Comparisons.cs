using System.Text.Json;
using Microsoft.Extensions.Caching.Memory;

namespace ClaimTracker.Api.Features.Articles;

/// <summary>
/// Comparisons that were worked out lately, as their JSON. Versions never change, so neither does what they differ in, until their words
/// are erased. A small cache of this process: another replica works its own out.
/// </summary>
internal sealed class Comparisons : IDisposable
{
    private const long MaxBytes = 32 * 1024 * 1024;
    private const int MaxBytesOfOne = 8 * 1024 * 1024;

    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(10);

    private readonly MemoryCache _kept = new(new MemoryCacheOptions { SizeLimit = MaxBytes });

    /// <summary>Returns the comparison of two versions as JSON, and works it out if it is not there.</summary>
    public async Task<byte[]> GetAsync(long article, bool erased, int from, int to, Func<Task<ComparisonResponse>> compare)
    {
        if (_kept.TryGetValue((article, erased, from, to), out byte[]? known))
        {
            return known!;
        }

        var body = JsonSerializer.SerializeToUtf8Bytes(await compare(), ApiJson.Options);
        if (body.Length <= MaxBytesOfOne)
        {
            var entry = new MemoryCacheEntryOptions { Size = body.Length, AbsoluteExpirationRelativeToNow = Kept };
            _kept.Set((article, erased, from, to), body, entry);
        }

        return body;
    }

    public void Dispose() => _kept.Dispose();
}
