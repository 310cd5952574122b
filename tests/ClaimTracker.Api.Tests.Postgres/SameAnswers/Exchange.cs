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
        var isRandom = answer.Headers.ETag?.IsWeak == true || Random().IsMatch(answer.Text);
        var headers = answer.Headers.Concat(answer.ContentHeaders)
            .Where(header => !Aside.Contains(header.Key, StringComparer.Ordinal) && !(isRandom && header.Key == "ETag"))
            .OrderBy(static header => header.Key, StringComparer.Ordinal)
            .Select(static header => $"{header.Key}: {string.Join(", ", header.Value)}");
        return new Exchange(
            step, address, (int)answer.Status,
            $"{(int)answer.Status}\n{string.Join('\n', headers)}\n\n{Random().Replace(answer.Text, "\"${member}\":\"\"")}");
    }

    // Hashes are salted, and each instance has a key of its own for its checkpoints. A tag is a hash of them: that of an export, which is
    // weak, of the last event.
    [GeneratedRegex(
        "\"(?<member>traceId|key|prev|hash|instance|head|publicKey|signature|subject(?=\":\"checkpoint_key/))\":\"[^\"]*\"",
        RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Random();
}
