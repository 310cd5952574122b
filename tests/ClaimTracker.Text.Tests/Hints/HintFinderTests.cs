using System.Globalization;
using Xunit.Abstractions;

namespace ClaimTracker.Text.Tests.Hints;

public sealed class HintFinderTests(ITestOutputHelper output)
{
    private static readonly DateOnly Monday = new(2023, 11, 20);

    /// <summary>Hints are right or absent. The sentences were marked first, and the rules mended by what they missed.</summary>
    [Fact]
    public void Hints_of_a_hundred_sentences_are_those_that_a_checker_would_want()
    {
        var marked = Marked();
        Assert.InRange(marked.Count, 100, 200);
        foreach (var kind in "ADN")
        {
            var (right, wanted, found) = (0, 0, 0);
            foreach (var (sentence, hints) in marked)
            {
                var expected = hints.Where(h => h[0] == kind).ToList();
                var actual = Find(sentence).Select(Words).Where(h => h[0] == kind).ToList();
                var same = expected.Intersect(actual, StringComparer.Ordinal).Count();
                (right, wanted, found) = (right + same, wanted + expected.Count, found + actual.Count);
                foreach (var wrong in actual.Except(expected, StringComparer.Ordinal).Select(w => $"wrong {w}")
                    .Concat(expected.Except(actual, StringComparer.Ordinal).Select(w => $"lost  {w}")))
                {
                    output.WriteLine(wrong);
                }
            }

            output.WriteLine(FormattableString.Invariant(
                $"{kind}: precision {(double)right / found:F3}, recall {(double)right / wanted:F3} of {wanted}"));
            Assert.True(right >= 0.95 * found && right >= 0.9 * wanted, $"{kind}: {right} right of {found} found and {wanted} wanted");
        }
    }

    [Fact]
    public void Reported_speech_within_reported_speech_is_a_chain()
    {
        var hints = Find("Indeed, on Wednesday, Reuters reported that Ann Kahn had told Ida Moreno that Alden would not pay.");
        var inner = hints.Where(h => h.Kind == HintKind.Attribution).ElementAt(1);
        Assert.Equal("Alden would not pay", inner.Text);
        Assert.Equal(["Reuters reported ", "Ann Kahn told Ida Moreno"], inner.Chain.Select(c => $"{c.Name} {c.Verb} {c.Addressee}"));
    }

    [Fact]
    public void Offsets_count_code_points_in_the_text_of_the_article()
    {
        const string Text = "😀 Yes. 😀 Kahn said that 12 boats sank on Friday.";
        var sentence = new TextSentence(1, 0, 7, CodePoints.Count(Text), Text["😀 Yes. ".Length..], "", "");
        var hints = HintFinder.Find([sentence], Monday, "en");
        Assert.All(hints, hint => Assert.Equal(hint.Text, CodePoints.Slice(Text, hint.Start, hint.End)));
        var speaker = hints[0].Chain[0];
        Assert.Equal("Kahn", CodePoints.Slice(Text, speaker.Start, speaker.End));
    }

    [Fact]
    public void Two_numbers_of_the_same_thing_contradict_each_other()
    {
        var hints = Find("The council of Alden bought 12 cranes from Kahn.", "Later the council of Alden said that it bought 14 cranes.");
        var contradiction = Assert.Single(hints, h => h.Kind == HintKind.Contradiction);
        Assert.Equal(("14 cranes", "12 cranes", 12d), (contradiction.Text, contradiction.Other!.Text, contradiction.Other.Value));
    }

    [Theory]
    [InlineData("The council of Alden bought 12 cranes in 2019.", "The council of Alden bought 14 cranes in 2020.")]
    [InlineData("The council of Alden bought 12 cranes.", "The council of Alden bought more than 10 cranes.")]
    [InlineData("The council of Alden bought 12 cranes.", "The council of Alden bought 12 cranes.")]
    [InlineData("The council of Alden bought 12 cranes.", "A yard in Leeds has 14 cranes.")]
    public void Numbers_of_other_things_or_times_do_not(string first, string second) =>
        Assert.DoesNotContain(Find(first, second), h => h.Kind == HintKind.Contradiction);

    [Fact]
    public void Dates_need_the_day_of_the_article_and_all_hints_need_English()
    {
        TextSentence[] sentences = [Sentence("On Friday 12 boats sank.", 0)];
        Assert.Equal([HintKind.Number], HintFinder.Find(sentences, null, "en-GB").Select(h => h.Kind));
        Assert.Empty(HintFinder.Find(sentences, Monday, "de"));
    }

    [Theory]
    [InlineData("0001-01-01")]
    [InlineData("9999-12-31")]
    [InlineData("2024-02-29")]
    public void Any_day_of_an_article_will_do(string day) => HintFinder.Find(
        [Sentence("Next week, last year, 500 years ago, on Feb. 29, Feb. 30, tomorrow and in May.", 0)],
        DateOnly.Parse(day, CultureInfo.InvariantCulture),
        "en");

    private static IReadOnlyList<TextHint> Find(params string[] sentences) =>
        HintFinder.Find(sentences.Select(Sentence), Monday, "en");

    private static TextSentence Sentence(string text, int ordinal) => new(ordinal, 0, 0, CodePoints.Count(text), text, "", "");

    private static string Words(TextHint hint) => hint switch
    {
        { Date: { } date } => $"D {hint.Text}={date.From:yyyy-MM-dd}" + (date.From == date.To ? "" : $"..{date.To:yyyy-MM-dd}"),
        { Number: { } n } => FormattableString.Invariant($"N {hint.Text}={n.Value:0.##}|{n.Unit}|{n.Counted}|{n.About}"),
        _ => $"A {string.Join(" > ", hint.Chain.Select(c => $"{c.Name}|{c.Verb}|{c.Addressee}"))}|{hint.Text}",
    };

    private static List<(string Sentence, List<string> Hints)> Marked()
    {
        var marked = new List<(string, List<string>)>();
        var lines = Repository.Read("tests/ClaimTracker.Text.Tests/Hints/marked.txt").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        foreach (var line in lines)
        {
            if (line.StartsWith("S ", StringComparison.Ordinal))
            {
                marked.Add((line[2..], []));
            }
            else if (line[0] != '#')
            {
                marked[^1].Item2.Add(line);
            }
        }

        return marked;
    }
}
