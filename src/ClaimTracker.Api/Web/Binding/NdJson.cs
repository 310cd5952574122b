using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;

namespace ClaimTracker.Api.Web.Binding;

/// <summary>Newline-delimited JSON, read in groups of lines as it arrives. https://github.com/ndjson/ndjson-spec</summary>
internal static class NdJson
{
    public const string ContentType = "application/x-ndjson";

    /// <summary>The names that requests may give it. https://jsonlines.org</summary>
    public static readonly string[] ContentTypes = [ContentType, "application/jsonl"];

    /// <summary>Whether the sender of a request wants its answer in lines.</summary>
    public static bool IsAccepted(HttpRequest request) =>
        request.GetTypedHeaders().Accept.Any(static accepted => ContentTypes.Contains(accepted.MediaType.Value, StringComparer.Ordinal));

    /// <summary>Whether a line holds nothing: such lines are passed over.</summary>
    public static bool IsBlank(ReadOnlySpan<byte> line) => line.Trim(" \t\r"u8).IsEmpty;

    /// <summary>Says why there are no more lines.</summary>
    public static ProblemException Ended(BadHttpRequestException cut) =>
        Problem.Malformed("The body ended early, or is too large: " + cut.Message);

    /// <summary>Reads lines; what follows the last line break is a line only if it is not empty.</summary>
    public static async IAsyncEnumerable<IReadOnlyList<byte[]>> ReadAsync(
        PipeReader body, int linesAtOnce, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var lines = new List<byte[]>();
        while (true)
        {
            var read = await body.ReadAsync(cancellation);
            var rest = read.Buffer;
            while (lines.Count < linesAtOnce && rest.PositionOf((byte)'\n') is { } end)
            {
                lines.Add(rest.Slice(0, end).ToArray());
                rest = rest.Slice(rest.GetPosition(1, end));
            }

            var full = lines.Count == linesAtOnce;
            var ended = read.IsCompleted && !full;
            if (ended && rest.Length > 0)
            {
                lines.Add(rest.ToArray());
                rest = rest.Slice(rest.End);
            }

            // Before the lines are given out: whoever takes them may stop there, and the server then reads the body to its end.
            body.AdvanceTo(rest.Start, full ? rest.Start : rest.End);
            if (lines.Count > 0 && (full || ended))
            {
                yield return lines;
                lines = [];
            }

            if (ended)
            {
                break;
            }
        }
    }
}
