using ClaimTracker.Api.Domain.Citations;

namespace ClaimTracker.Api.Features.Articles;

/// <summary>An article with the notes of those who checked it, at its words.</summary>
internal sealed record Clearance
{
    public required FactSheetResponse Sheet { get; init; }

    public required string Language { get; init; }

    /// <summary>The text of the newest version.</summary>
    public required string Text { get; init; }

    public required IReadOnlyList<BlockResponse> Blocks { get; init; }

    /// <summary>In the order of their first words.</summary>
    public required IReadOnlyList<ClearanceNote> Notes { get; init; }
}

/// <summary>A note on words of the text: on a claim of a sentence, on a sentence without one, or on a citation.</summary>
/// <param name="Start">The first code point of the words.</param>
/// <param name="End">End, exclusive.</param>
internal sealed record ClearanceNote(int Start, int End)
{
    /// <summary>Who writes notes that nobody signed.</summary>
    public const string Unsigned = "ClaimTracker";

    /// <summary>Who published the verdict.</summary>
    public string Author { get; init; } = Unsigned;

    public DateTimeOffset? At { get; init; }

    public FactLine? Line { get; init; }

    public FactClaim? Claim { get; init; }

    /// <summary>Whether the published verdict asks for a change that nobody has made yet.</summary>
    public bool MustChange { get; init; }

    public CitationResponse? Citation { get; init; }
}
