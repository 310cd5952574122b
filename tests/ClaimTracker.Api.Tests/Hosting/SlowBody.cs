using System.Net;
using System.Text;

namespace ClaimTracker.Api.Tests.Hosting;

/// <summary>
/// A body of which the beginning, one character unless a test wants more, is sent at once, and the rest when the test says so.
/// </summary>
internal sealed class SlowBody : HttpContent
{
    private readonly byte[] _text;
    private readonly int _first;
    private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _finish = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public SlowBody(string text, int first = 1, string type = "application/json")
    {
        _text = Encoding.UTF8.GetBytes(text);
        _first = first;
        Headers.TryAddWithoutValidation("Content-Type", type);
    }

    /// <summary>Done when the beginning is on its way.</summary>
    public Task Begun => _begun.Task;

    public void Finish() => _finish.SetResult();

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        await stream.WriteAsync(_text.AsMemory(0, _first));
        await stream.FlushAsync();
        _begun.SetResult();
        await _finish.Task;
        await stream.WriteAsync(_text.AsMemory(_first));
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _text.Length;
        return true;
    }
}
