using System.Net;
using System.Text;

namespace ClaimTracker.Api.Tests.Hosting;

/// <summary>A JSON body of which the first character is sent at once, and the rest when the test says so.</summary>
internal sealed class SlowBody : HttpContent
{
    private readonly byte[] _text;
    private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _finish = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public SlowBody(string json)
    {
        _text = Encoding.UTF8.GetBytes(json);
        Headers.TryAddWithoutValidation("Content-Type", "application/json");
    }

    /// <summary>Done when the first character is on its way.</summary>
    public Task Begun => _begun.Task;

    public void Finish() => _finish.SetResult();

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        await stream.WriteAsync(_text.AsMemory(0, 1));
        await stream.FlushAsync();
        _begun.SetResult();
        await _finish.Task;
        await stream.WriteAsync(_text.AsMemory(1));
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _text.Length;
        return true;
    }
}
