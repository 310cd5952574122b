using System.Globalization;
using ClaimTracker.Api.Domain.Verdicts;

namespace ClaimTracker.Api.Domain.Hints;

/// <summary>Something that a sentence says of who said what, when, or how many, or that was found to be otherwise.</summary>
internal sealed record HintResponse
{
    public required HintKind Kind { get; init; }

    /// <summary>The sentence, by its id.</summary>
    public required long Sentence { get; init; }

    /// <summary>First code point in the text of the version.</summary>
    public required int Start { get; init; }

    /// <summary>End, exclusive: text[start..end) is exactly the text.</summary>
    public required int End { get; init; }

    /// <summary>Of an attribution, what is asserted.</summary>
    public required string Text { get; init; }

    /// <summary>Of an attribution: who says so, the outermost first.</summary>
    public IReadOnlyList<HintSpeaker> Chain { get; init; } = [];

    /// <summary>Of a date: the days that it means for an article of this day, and the rule by which they were worked out.</summary>
    public HintDate? Date { get; init; }

    /// <summary>Of a number, or of a contradiction within the text.</summary>
    public HintNumber? Number { get; init; }

    /// <summary>Of a contradiction within the text: the other number of the same thing, earlier in it.</summary>
    public OtherNumber? Other { get; init; }

    /// <summary>Of a contradiction to a published verdict: the claim, and what the sentence says otherwise.</summary>
    public ContradictedVerdict? Against { get; init; }

    /// <summary>The hints of sentences, in their order. Dates need the day of the article.</summary>
    /// <param name="sentences">Sentences of a text, by their ids.</param>
    /// <param name="publishedOn">When the article was published, as far as that is known.</param>
    /// <param name="language">The language of the article.</param>
    public static IReadOnlyList<HintResponse> Of(
        IReadOnlyList<(long Id, TextSentence Sentence)> sentences, string? publishedOn, string language)
    {
        DateOnly? day = DateOnly.TryParseExact(publishedOn, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var known)
            ? known
            : null;
        var ids = sentences.ToDictionary(static of => of.Sentence.Ordinal, static of => of.Id);
        return
        [
            .. HintFinder.Find(sentences.Select(static of => of.Sentence), day, language).Select(hint => new HintResponse
            {
                Kind = hint.Kind,
                Sentence = ids[hint.Sentence],
                Start = hint.Start,
                End = hint.End,
                Text = hint.Text,
                Chain = hint.Chain,
                Date = hint.Date,
                Number = hint.Number,
                Other = hint.Other is { } o ? new OtherNumber(ids[o.Sentence], o.Start, o.End, o.Text, o.Value) : null,
            }),
        ];
    }
}

/// <summary>A number elsewhere in the text, at its place.</summary>
internal sealed record OtherNumber(long Sentence, int Start, int End, string Text, double Value);

/// <summary>A published verdict that a sentence contradicts.</summary>
/// <param name="ClaimId">The claim.</param>
/// <param name="Text">The words of the claim.</param>
/// <param name="Verdict">The verdict on it.</param>
/// <param name="Difference">What the sentence says otherwise, in words.</param>
internal sealed record ContradictedVerdict(long ClaimId, string Text, VerdictInShort Verdict, string Difference);
