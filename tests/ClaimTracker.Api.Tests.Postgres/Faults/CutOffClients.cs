using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Faults;

/// <summary>Clients that write and read while the network fails, and keep account of what they were told.</summary>
internal sealed class CutOffClients(ApiDriver api)
{
    private const int OfEachKind = 4;

    private readonly ConcurrentDictionary<string, long> _stored = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _refused = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();
    private int _answers;
    private int _refusals;
    private int _requests;
    private int _again;
    private TimeSpan _slowest;
    private volatile bool _done;

    public int Answers => Volatile.Read(ref _answers);

    /// <summary>Answers that were 503.</summary>
    public int Refusals => Volatile.Read(ref _refusals);

    public int Stored => _stored.Count;

    /// <summary>Writes that were stored when they were sent again.</summary>
    public int Again => Volatile.Read(ref _again);

    /// <summary>The answer that took the longest.</summary>
    public TimeSpan Slowest
    {
        get
        {
            lock (_gate)
            {
                return _slowest;
            }
        }
    }

    /// <summary>Works until told to stop; fails at once when an answer is one that the network does not excuse.</summary>
    public async Task RunAsync()
    {
        try
        {
            await Task.WhenAll(Enumerable.Range(0, OfEachKind).SelectMany(_ => new[]
            {
                Task.Run(() => RepeatAsync(WriteAsync)), Task.Run(() => RepeatAsync(WriteOnceAsync)),
                Task.Run(() => RepeatAsync(ReadAsync)),
            }));
        }
        finally
        {
            _done = true;
        }
    }

    /// <summary>Whether they stopped, or one of them failed.</summary>
    public bool HaveEnded => _done;

    public void Stop() => _done = true;

    /// <summary>What was answered 201 is there once, what was refused is not, and nothing is there in part.</summary>
    /// <param name="claims">The texts of all claims that there are, by id.</param>
    public void AssertKept(IReadOnlyDictionary<long, string> claims)
    {
        Assert.Equal(claims.Count, claims.Values.Distinct(StringComparer.Ordinal).Count());
        Assert.DoesNotContain(_stored, claim => claims.GetValueOrDefault(claim.Value) != claim.Key);
        Assert.DoesNotContain(claims.Values, _refused.ContainsKey);
    }

    private async Task RepeatAsync(Func<string, Task> work)
    {
        try
        {
            while (!_done)
            {
                await work($"Statement {Interlocked.Increment(ref _requests)} over a bad line.");
            }
        }
        finally
        {
            _done = true;
        }
    }

    private async Task WriteAsync(string text)
    {
        var answer = await SendAsync(Claim(text, key: null), HttpStatusCode.Created);
        if (answer.Status == HttpStatusCode.Created)
        {
            Assert.True(_stored.TryAdd(text, answer.Id));
        }
        else if (answer.Text.Contains("Nothing was written", StringComparison.Ordinal))
        {
            Assert.True(_refused.TryAdd(text, true));
        }
    }

    /// <summary>Sends it until it is stored, each time as the same request.</summary>
    private async Task WriteOnceAsync(string text)
    {
        for (var attempt = 0; ; attempt++)
        {
            var answer = await SendAsync(Claim(text, key: text), HttpStatusCode.Created);
            if (answer.Status == HttpStatusCode.Created)
            {
                Assert.True(_stored.TryAdd(text, answer.Id));
                Interlocked.Add(ref _again, Math.Sign(attempt));
                return;
            }
        }
    }

    private Task ReadAsync(string text) =>
        SendAsync(new HttpRequestMessage(HttpMethod.Get, $"/api/v1/claims?limit=5&q={Uri.EscapeDataString(text)}"), HttpStatusCode.OK);

    private static HttpRequestMessage Claim(string text, string? key)
    {
        var request = Hosting.Refusals.Request(HttpMethod.Post, "/api/v1/claims", $$"""{"text":"{{text}}","tags":["line"]}""");
        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        return request;
    }

    private async Task<Answer> SendAsync(HttpRequestMessage request, HttpStatusCode good)
    {
        var began = Stopwatch.GetTimestamp();
        var answer = await api.SendAsync(request);
        var took = Stopwatch.GetElapsedTime(began);
        lock (_gate)
        {
            _slowest = took > _slowest ? took : _slowest;
        }

        if (answer.Status != good)
        {
            Assert.True(answer.Status == HttpStatusCode.ServiceUnavailable, $"{(int)answer.Status} after {took}: {answer.Text}");
            Assert.Equal("application/problem+json", answer.ContentHeaders.ContentType?.MediaType);
            Assert.True(answer.Headers.RetryAfter is not null, answer.Text);
            Interlocked.Increment(ref _refusals);
        }

        Interlocked.Increment(ref _answers);
        return answer;
    }
}
