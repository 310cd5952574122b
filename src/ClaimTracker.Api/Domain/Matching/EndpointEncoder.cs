using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using ClaimTracker.Meaning.Encoders;

namespace ClaimTracker.Api.Domain.Matching;

/// <summary>
/// Asks a service for the vectors of texts, a few at a time. It goes to no other address, whatever the service says, and waits and reads
/// only so much.
/// </summary>
internal sealed class EndpointEncoder(EmbeddingEndpoint endpoint, TimeProvider time) : ITextEncoder, IDisposable
{
    public const int TextsAtOnce = 16;

    /// <summary>In UTF-16 units: half of what a common model reads. Some refuse what is longer.</summary>
    public const int LongestText = 2_000;

    public const int MostDimensions = 4_096;
    public const int MostBytes = 8 * 1024 * 1024;

    /// <summary>For one request.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private const int Connections = 4;

    private readonly HttpClient _http = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        MaxConnectionsPerServer = Connections,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5), // Its name may come to mean another machine.
    })
    {
        Timeout = Timeout.InfiniteTimeSpan,
        MaxResponseContentBufferSize = MostBytes,
    };

    public string Model => endpoint.Model;

    /// <returns>A vector for each text; an empty one for a blank text, which services refuse.</returns>
    /// <exception cref="HttpRequestException">The service is not there, refuses, or sends too much.</exception>
    /// <exception cref="JsonException">What it sends are no vectors.</exception>
    /// <exception cref="TimeoutException">It took too long.</exception>
    public async Task<IReadOnlyList<float[]>> EncodeAsync(IReadOnlyList<string> texts, CancellationToken cancellation)
    {
        var vectors = new float[texts.Count][];
        Array.Fill(vectors, []);
        foreach (var places in Enumerable.Range(0, texts.Count).Where(i => !string.IsNullOrWhiteSpace(texts[i])).Chunk(TextsAtOnce))
        {
            var encoded = await AskAsync([.. places.Select(place => Cut(texts[place]))], cancellation);
            for (var i = 0; i < places.Length; i++)
            {
                vectors[places[i]] = encoded[i];
            }
        }

        // A service that gave its model another size answers as it does now for all of them.
        return vectors.Where(static vector => vector.Length > 0).Select(static vector => vector.Length).Distinct().Count() <= 1
            ? vectors
            : throw new JsonException("The vectors have several sizes.");
    }

    public void Dispose() => _http.Dispose();

    private static string Cut(string text) =>
        text.Length <= LongestText ? text
        : char.IsHighSurrogate(text[LongestText - 1]) ? text[..(LongestText - 1)]
        : text[..LongestText];

    private async Task<float[][]> AskAsync(string[] texts, CancellationToken cancellation)
    {
        using var late = new CancellationTokenSource(Patience, time);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellation);
        using var request = new HttpRequestMessage(HttpMethod.Post, endpoint.Address)
        {
            Content = JsonContent.Create(new { model = endpoint.Model, input = texts, encoding_format = "float" }),
        };
        if (endpoint.Key is { } key)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        }

        try
        {
            await request.Content.LoadIntoBufferAsync(end.Token); // Its length is sent: some services take no chunks.
            using var response = await _http.SendAsync(request, end.Token);
            if (!response.IsSuccessStatusCode)
            {
                throw new HttpRequestException("The service refused.", inner: null, response.StatusCode);
            }

            using var body = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(end.Token));
            return VectorsOf(body.RootElement, texts.Length);
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            throw new TimeoutException();
        }
    }

    private static float[][] VectorsOf(JsonElement body, int count)
    {
        var vectors = new float[count][];
        if (body.ValueKind != JsonValueKind.Object || !body.TryGetProperty("data", out var data) || data.ValueKind != JsonValueKind.Array)
        {
            throw new JsonException("The answer has no data.");
        }

        foreach (var (i, item) in data.EnumerateArray().Index())
        {
            if (item.ValueKind != JsonValueKind.Object
                || !item.TryGetProperty("embedding", out var values)
                || values.ValueKind != JsonValueKind.Array
                || values.GetArrayLength() is 0 or > MostDimensions)
            {
                throw new JsonException("An item of the answer has no vector.");
            }

            var place = item.TryGetProperty("index", out var index) && index.TryGetInt32(out var known) ? known : i;
            if (place < 0 || place >= count || vectors[place] is not null)
            {
                throw new JsonException("The answer has other items than were asked for.");
            }

            vectors[place] = AtLengthOne([.. values.EnumerateArray().Select(static value =>
                value.ValueKind == JsonValueKind.Number ? value.GetSingle() : float.NaN)]);
        }

        return vectors.Contains(null) ? throw new JsonException("The answer has fewer items than were asked for.") : vectors;
    }

    private static float[] AtLengthOne(float[] vector)
    {
        var length = MathF.Sqrt(vector.Sum(static value => value * value));
        return float.IsFinite(length) && length > 0
            ? Array.ConvertAll(vector, value => value / length)
            : throw new JsonException("A vector is no vector.");
    }
}
