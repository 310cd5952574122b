using System.Globalization;

namespace ClaimTracker.Api.Features.Articles;

/// <summary>Puts notes of checkers into words: a heading, and lines below it.</summary>
internal static class ClearanceWords
{
    /// <summary>Characters of a justification. The fact sheet has all of it.</summary>
    private const int LongestJustification = 600;

    private const int LongestCitation = 2_000;

    /// <summary>What the note is: a rating, that a sentence is open, or the kind of a citation.</summary>
    public static string Heading(ClearanceNote note) => note switch
    {
        { Citation: { } citation } => $"Open {citation.Kind.ToWord()}",
        { Claim: null } => "Open: not checked yet",
        { Claim: { Rating: { } rating, VerdictState: { } state } } when state != VerdictState.Published => $"{rating} ({Plain(state)})",
        { Claim: { Rating: { } rating } } => rating,
        _ => $"No verdict yet ({Plain(note.Claim.Status)})",
    };

    public static IEnumerable<string> Lines(ClearanceNote note) => note switch
    {
        { Citation: { } citation } =>
        [
            InShort(citation.Text, LongestCitation),
            .. citation.Url is { } url && !citation.Text.Contains(url, StringComparison.Ordinal) ? [url] : Array.Empty<string>(),
            .. citation.Author is { } author ? [$"From {author}"] : Array.Empty<string>(),
        ],
        { Claim: { } claim, Line: { } line } => Lines(line, claim, note.MustChange),
        _ => [],
    };

    private static IEnumerable<string> Lines(FactLine line, FactClaim claim, bool mustChange)
    {
        if (!string.Equals(claim.Claim, line.Sentence, StringComparison.Ordinal))
        {
            yield return $"Claim: {claim.Claim}";
        }

        if (claim.Justification is { } justification)
        {
            yield return InShort(justification, LongestJustification);
        }

        foreach (var evidence in claim.Evidence)
        {
            yield return $"\u2022 {FactSheetCsv.InShort(evidence)}";
        }

        if (claim.EvidenceCount - claim.Evidence.Count is > 0 and var hidden)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"\u2022 {hidden} more that are not public");
        }

        if (claim.SentenceWas is { } was)
        {
            yield return $"Checked in these words: {was}";
        }

        if (ToDo(claim, mustChange) is { } change)
        {
            yield return change;
        }
    }

    private static string? ToDo(FactClaim claim, bool mustChange) => claim switch
    {
        { NeedsRecheck: true } => "To do: check again, the sentence was edited.",
        { Outcome: Outcome.Changed } => WithNote("Was changed", claim),
        { Outcome: Outcome.Stands } => WithNote("Stands as it is", claim),
        _ when mustChange => "To do: change the sentence, or say why it stands.",
        _ => null,
    };

    private static string WithNote(string outcome, FactClaim claim) =>
        $"{outcome}{(claim.OutcomeBy is { } by ? $" ({by})" : "")}{(claim.OutcomeNote is { } note ? $": {note}" : "")}";

    private static string Plain<T>(T word)
        where T : struct, Enum => word.ToWord().Replace('_', ' ');

    private static string InShort(string text, int most) =>
        CodePoints.Count(text) > most ? $"{CodePoints.Slice(text, 0, most - 1)}\u2026" : text;
}
