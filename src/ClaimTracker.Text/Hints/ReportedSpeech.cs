using ClaimTracker.Text.Basics;

namespace ClaimTracker.Text.Hints;

/// <summary>Words that somebody is said to have said, in tokens of a sentence.</summary>
/// <param name="Speaker">The first and the last token of who says it.</param>
/// <param name="Verb">The token of the verb.</param>
/// <param name="Hearer">To whom.</param>
/// <param name="Said">The first and the last token of what is said.</param>
internal sealed record ReportedSpeech((int First, int Last) Speaker, int Verb, string? Hearer, (int First, int Last) Said)
{
    /// <summary>What it is part of: "Reuters reported that" around "Kahn told Moreno that".</summary>
    public ReportedSpeech? Outer { get; init; }

    /// <summary>Checks whether another begins what is said here.</summary>
    public bool Holds(ReportedSpeech inner) =>
        inner.Speaker.First >= Said.First && inner.Speaker.First <= Said.First + 1
        && inner.Said.Last <= Said.Last && inner.Verb < Said.Last;

    /// <summary>Makes the hint.</summary>
    public TextHint In(HintSentence s)
    {
        var chain = new List<HintSpeaker>();
        for (var link = this; link is not null; link = link.Outer)
        {
            var name = s.Span(link.Speaker.First, link.Speaker.Last);
            var (start, end) = s.Place(name);
            var verb = s.Is(link.Verb, "according") ? "according to" : s.At(link.Verb).ToString();
            chain.Insert(0, new HintSpeaker(name.Of(s.Text), verb, link.Hearer, start, end));
        }

        return s.Hint(HintKind.Attribution, Span(s)) with { Chain = chain };
    }

    private CharSpan Span(HintSentence s) => s.Span(Said.First, Said.Last);
}
