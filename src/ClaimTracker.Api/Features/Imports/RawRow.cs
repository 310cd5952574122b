using ClaimTracker.Api.Domain.Claims;
using ClaimTracker.Api.Domain.Judgements;

namespace ClaimTracker.Api.Features.Imports;

/// <summary>A row of a file, before anything is made of it.</summary>
/// <param name="Line">The line on which it begins.</param>
/// <param name="Values">Its values by our column, without those that are empty.</param>
internal sealed record RawRow(long Line, IReadOnlyDictionary<string, string> Values) : ImportItem(Line)
{
    private RowContent? _content;

    /// <summary>Evidence that stands in no columns.</summary>
    public IReadOnlyList<RowEvidence> Evidence { get; init; } = [];

    public string? this[string column] => Values.GetValueOrDefault(column);

    /// <summary>Whether it brings no sentence and no evidence.</summary>
    public bool HasClaimAlone =>
        Evidence is [] && this[RowColumns.SourceUrl] is null && this[RowColumns.SourceUrls] is null && this[RowColumns.Sentence] is null;

    public override Task<bool> TakeAsync(Change change, WaitingClaims waiting) => RowTaker.TakeAsync(change, waiting, this, _content!);

    protected override void PrepareContent()
    {
        RequireTexts();
        _content = new RowContent(new NewClaim(RowReader.Claim(this)), RowReader.Verdict(this));
    }

    private void RequireTexts()
    {
        foreach (var (column, value) in Values)
        {
            if (TextGuard.Check(value) is { } bad)
            {
                throw Problem.Invalid(column, bad);
            }
        }
    }
}

/// <summary>What a row comes to.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Verdict">The verdict; null if it has none.</param>
internal sealed record RowContent(NewClaim Claim, ImportedVerdict? Verdict);

/// <summary>A file whose rows cannot be imported, or rows of which not all could be. Nothing of them was kept.</summary>
internal sealed class RowsRefusedException(long? line, string problem) : Exception(problem)
{
    public long? Line => line;
}
