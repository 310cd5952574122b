using System.Buffers;
using System.Globalization;
using ClaimTracker.Api.Domain.Sources;

namespace ClaimTracker.Api.Features.Articles;

/// <summary>Writes a fact sheet as CSV: one row a claim of a sentence, and one for a sentence without claims.</summary>
internal static class FactSheetCsv
{
    private static readonly IReadOnlyList<(string Name, Func<FactLine, FactClaim?, object?> Value)> Columns =
    [
        ("line", static (line, _) => line.Line),
        ("sentence_id", static (line, _) => line.SentenceId),
        ("state", static (line, _) => line.State.ToWord()),
        ("reason", static (line, _) => line.Reason),
        ("sentence", static (line, _) => line.Sentence),
        ("sentence_was", static (_, claim) => claim?.SentenceWas),
        ("claim_id", static (_, claim) => claim?.Id),
        ("claim", static (_, claim) => claim?.Claim),
        ("role", static (_, claim) => claim?.Role.ToWord()),
        ("rating", static (_, claim) => claim?.Rating),
        ("verdict_state", static (_, claim) => claim?.VerdictState?.ToWord()),
        ("justification", static (_, claim) => claim?.Justification),
        ("evidence", static (_, claim) => claim is null ? null : string.Join('\n', claim.Evidence.Select(InShort))),
        ("checked_by", static (_, claim) => claim?.CheckedBy),
        ("second_reader", static (_, claim) => claim?.SecondReader),
        ("published_at", static (_, claim) => claim?.PublishedAt),
        ("needs_recheck", static (_, claim) => claim?.NeedsRecheck),
        ("outcome", static (_, claim) => claim?.Outcome?.ToWord()),
        ("outcome_note", static (_, claim) => claim?.OutcomeNote),
        ("outcome_by", static (_, claim) => claim?.OutcomeBy),
    ];

    public static void Write(IBufferWriter<byte> output, FactSheetResponse sheet, bool rawFormulas)
    {
        var csv = new CsvWriter(output, rawFormulas);
        csv.WriteRow([.. Columns.Select(static column => column.Name)]);
        foreach (var line in sheet.Lines)
        {
            foreach (var claim in line.Claims.DefaultIfEmpty<FactClaim?>(null))
            {
                csv.WriteRow([.. Columns.Select(column => column.Value(line, claim))]);
            }
        }
    }

    /// <summary>An evidence record in a line: its stance, its excerpt, and where that is found.</summary>
    public static string InShort(CitedEvidence evidence)
    {
        var words = evidence.Stance.ToWord().Replace('_', ' ') + (evidence.Excerpt is { } excerpt ? $": \u201c{excerpt}\u201d" : "");
        var place = string.Join(", ", Places(evidence).Where(static part => !string.IsNullOrWhiteSpace(part)));
        return words + (place.Length == 0 ? "" : $" ({place})") + (evidence.PublicNote is { } note ? $" {note}" : "");
    }

    private static IEnumerable<string?> Places(CitedEvidence evidence)
    {
        var (source, locator) = (evidence.Source, evidence.Locator);
        yield return source.Title;
        yield return source.Publisher;
        yield return locator.Page is { } page ? $"p. {page}" : null;
        yield return locator.Section;
        yield return locator.Timestamp;
        yield return locator.Cell;
        yield return source.Url;
        yield return source.ArchivedUrl is { } copy ? $"archived at {copy}" : null;
        yield return source.AccessedOn is { } day ? $"read on {day.ToString("O", CultureInfo.InvariantCulture)}" : null;
        yield return source.Confidential ? "confidential source" : null;
        yield return evidence.Public ? null : "not public";
    }
}
