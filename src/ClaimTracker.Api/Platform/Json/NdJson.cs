using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;

namespace ClaimTracker.Api.Platform.Json;

/// <summary>Newline-delimited JSON, read in groups of lines as it arrives. https://github.com/ndjson/ndjson-spec</summary>
internal static class NdJson
{
    public const string ContentType = "application/x-ndjson";

    /// <summary>Reads lines; what follows the last line break is a line only if it is not empty.</summary>
    public static async IAsyncEnumerable<IReadOnlyList<byte[]>> ReadAsync(
        PipeReader body, int linesAtOnce, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var lines = new List<byte[]>();
        while (true)
        {
            var read = await body.ReadAsync(cancellation);
            var rest = read.Buffer;
            while (rest.PositionOf((byte)'\n') is { } end)
            {
                lines.Add(rest.Slice(0, end).ToArray());
                rest = rest.Slice(rest.GetPosition(1, end));
                if (lines.Count == linesAtOnce)
                {
                    yield return lines;
                    lines = [];
                }
            }

            if (read.IsCompleted && rest.Length > 0)
            {
                lines.Add(rest.ToArray());
            }

            body.AdvanceTo(read.IsCompleted ? rest.End : rest.Start, rest.End);
            if (read.IsCompleted)
            {
                break;
            }
        }

        if (lines.Count > 0)
        {
            yield return lines;
        }
    }
}
