using System.Globalization;
using System.Text.Json.Nodes;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Features.Changes;

/// <summary>A change as a stream tells it.</summary>
internal sealed record ToldChange(long Id, string Event, JsonNode Data);

/// <summary>An open stream. The time of the service stands still: it goes on while a test waits.</summary>
internal sealed class OpenStream(ApiHost host, HttpResponseMessage response, StreamReader reader) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public async Task<ToldChange> NextAsync()
    {
        var (id, kind) = (0L, "");
        while (true)
        {
            var line = await LineAsync() ?? throw new EndOfStreamException();
            switch (line.Split(": ", 2))
            {
                case ["id", var text]:
                    id = long.Parse(text, CultureInfo.InvariantCulture);
                    break;
                case ["event", var text]:
                    kind = text;
                    break;
                case ["data", var text]:
                    return new ToldChange(id, kind, JsonNode.Parse(text)!);
            }
        }
    }

    /// <summary>The next id that comes without an event.</summary>
    public async Task<long> NextPlaceAsync()
    {
        while (true)
        {
            if (await LineAsync() is ['i', 'd', ':', ' ', .. var id] && await LineAsync() is "")
            {
                return long.Parse(id, CultureInfo.InvariantCulture);
            }
        }
    }

    public async Task ReadToEndAsync()
    {
        while (await LineAsync() is not null)
        {
        }
    }

    public void Dispose()
    {
        reader.Dispose();
        response.Dispose();
    }

    private async Task<string?> LineAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        var line = reader.ReadLineAsync(patience.Token);
        while (!line.IsCompleted)
        {
            host.Time.Advance(TimeSpan.FromSeconds(1));
            await Task.WhenAny(line.AsTask(), Task.Delay(5));
        }

        return await line;
    }
}
