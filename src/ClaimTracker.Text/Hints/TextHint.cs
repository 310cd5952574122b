namespace ClaimTracker.Text;

/// <summary>Something in a sentence that a checker may want to look at. Offsets count code points in the text of the article.</summary>
/// <param name="Kind">What it points at.</param>
/// <param name="Sentence">The ordinal of the sentence.</param>
/// <param name="Start">The first character.</param>
/// <param name="End">One past the last character.</param>
/// <param name="Text">Exactly these characters: of an attribution, what is asserted.</param>
public sealed record TextHint(HintKind Kind, int Sentence, int Start, int End, string Text)
{
    /// <summary>Of an attribution: who says so, the outermost first. "Reuters reported that Kahn told Moreno" has two.</summary>
    public IReadOnlyList<HintSpeaker> Chain { get; init; } = [];

    /// <summary>Of a date: the days that it means.</summary>
    public HintDate? Date { get; init; }

    /// <summary>Of a number or a contradiction: the number.</summary>
    public HintNumber? Number { get; init; }

    /// <summary>Of a contradiction: the other number, earlier in the text.</summary>
    public HintOther? Other { get; init; }
}

/// <summary>Somebody who says something.</summary>
/// <param name="Name">As the sentence names them.</param>
/// <param name="Verb">The word for it.</param>
/// <param name="Addressee">To whom, if the sentence says so.</param>
/// <param name="Start">The first character of the name.</param>
/// <param name="End">One past the last character of the name.</param>
public sealed record HintSpeaker(string Name, string Verb, string? Addressee, int Start, int End);

/// <summary>The days that words mean, the first and the last.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
/// <param name="Rule">How they were worked out.</param>
public sealed record HintDate(DateOnly From, DateOnly To, DateRule Rule);

/// <summary>A number.</summary>
/// <param name="Value">Its value, with "million" and the like in it.</param>
/// <param name="Unit">What it is measured in, if anything: "percent", "$", "miles".</param>
/// <param name="Counted">What it counts, if the sentence says so.</param>
/// <param name="About">"more than" and the like before it.</param>
public sealed record HintNumber(double Value, string? Unit, string? Counted, string? About);

/// <summary>A number of the same thing elsewhere in the text.</summary>
/// <param name="Sentence">The ordinal of its sentence.</param>
/// <param name="Start">The first character.</param>
/// <param name="End">One past the last character.</param>
/// <param name="Text">Exactly these characters.</param>
/// <param name="Value">Its value.</param>
public sealed record HintOther(int Sentence, int Start, int End, string Text, double Value);
