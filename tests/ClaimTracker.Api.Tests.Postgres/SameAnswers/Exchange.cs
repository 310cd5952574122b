using System.Text.RegularExpressions;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.SameAnswers;

/// <summary>A step, and the answer that came from an address: a list of several pages gives several.</summary>
internal sealed partial record Exchange(Step Step, string Address, int Status, string Text)
{
    // Content-Length counts the trace id too; a checkpoint is signed by a key of its own.
    private static readonly string[] Aside = ["Date", "Content-Length", "Claimtracker-Checkpoint"];

    /// <summary>Keeps all of an answer except what is another each time.</summary>
    public static Exchange Of(Step step, string address, Answer answer)
    {
        var headers = answer.Headers.Concat(answer.ContentHeaders)
            .Where(static header => !Aside.Contains(header.Key, StringComparer.Ordinal))
            .OrderBy(static header => header.Key, StringComparer.Ordinal)
            .Select(static header => $"{header.Key}: {string.Join(", ", header.Value)}");
        return new Exchange(
            step, address, (int)answer.Status,
            $"{(int)answer.Status}\n{string.Join('\n', headers)}\n\n{Random().Replace(answer.Text, "\"${member}\":\"\"")}");
    }

    // Hashes are salted, and each instance has a key of its own for its checkpoints.
    [GeneratedRegex(
        "\"(?<member>traceId|key|prev|hash|instance|head|publicKey|signature|subject(?=\":\"checkpoint_key/))\":\"[^\"]*\"",
        RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Random();
}
