using System.Diagnostics;
using System.Text;
using CsCheck;

namespace ClaimTracker.Text.Tests;

public sealed class QuoteFinderTests
{
    private const string Story =
        "The toll rises in June. “It’s fair — for all,” said the mayor. Drivers who cross each day will pay 48 dollars a month.";

    [Fact]
    public void A_quote_is_found_exactly()
    {
        var match = Assert.Single(QuoteFinder.Find(Story, "said the mayor", null, null));

        Assert.Equal(("said the mayor", 1.0, QuoteMatchKind.Exact), (At(Story, match), match.Score, match.Kind));
    }

    [Fact]
    public void Offsets_count_code_points()
    {
        var match = Assert.Single(QuoteFinder.Find("😀👩‍👩‍👧 𝔥arbour grows", "grows", null, null));

        Assert.Equal((15, 20), (match.Start, match.End));
    }

    [Theory]
    [InlineData("\"it's fair - for all,\" SAID the mayor", "“It’s fair — for all,” said the mayor")]
    [InlineData("«It‘s fair – for\u00A0\n all,»", "“It’s fair — for all,”")]
    [InlineData("  rises\tin June. ", "rises in June.")]
    [InlineData("ri\u00ADses in\u200B june", "rises in June")]
    public void Other_marks_white_space_and_case_are_tolerated(string quote, string found)
    {
        var match = Assert.Single(QuoteFinder.Find(Story, quote, null, null));

        Assert.Equal((found, 1.0, QuoteMatchKind.Tolerant), (At(Story, match), match.Score, match.Kind));
    }

    [Theory]
    [InlineData("قال إن الميناء كبـــير جدا", "الميناء كبير", "الميناء كبـــير")]
    [InlineData("ارتفعت الأسعار ٣٫٥ في المئة عام ٢٠٢٤", "الأسعار 3.5 في المئة عام 2024", "الأسعار ٣٫٥ في المئة عام ٢٠٢٤")]
    [InlineData("कीमतें २०२४ में बढ़ीं", "कीमतें 2024 में", "कीमतें २०२४ में")]
    [InlineData("率は３．５％でした", "率は3.5%でした", "率は３．５％でした")]
    public void Tatweel_and_digits_of_other_scripts_are_tolerated(string text, string quote, string found)
    {
        var match = Assert.Single(QuoteFinder.Find(text, quote, null, null));

        Assert.Equal((found, QuoteMatchKind.Tolerant), (At(text, match), match.Kind));
    }

    [Theory]
    [InlineData("The toll rises [...] said the mayor")]
    [InlineData("The toll rises [\u2026] SAID the mayor")]
    [InlineData("The toll rises (. . .) said the mayor")]
    [InlineData("The toll rises ... said the mayor")]
    public void A_quote_that_leaves_words_out_is_found_in_pieces(string quote) =>
        Assert.Equal(
            ["The toll rises", "said the mayor"],
            QuoteFinder.Find("😀 " + Story, quote, null, null).Select(m => At("😀 " + Story, m)));

    [Fact]
    public void A_quote_with_its_own_ellipsis_is_one_match()
    {
        const string Text = "I said [...] no.";

        Assert.Equal("I said [...] no", At(Text, Assert.Single(QuoteFinder.Find(Text, "I said [...] no", null, null))));
    }

    [Theory]
    [InlineData('\uFFFE')]
    [InlineData('\uFFFF')]
    [InlineData('\uFDD0')]
    public void Noncharacters_are_characters_like_others(char odd)
    {
        var text = $"The cafe\u0301{odd} toll {odd}rises. {odd}";

        Assert.Equal($"toll {odd}rises", At(text, QuoteFinder.Find(text, $"TOLL {odd}rises", null, null)[0]));
        Assert.NotEmpty(SentenceAligner.Align([text], [text + "Nobody paid."]));
        Assert.NotEmpty(ArticleParser.ReadPlain(text).Sentences);
    }

    [Fact]
    public void Composed_and_decomposed_letters_match()
    {
        const string Text = "In the cafe\u0301 they met. \uD83D\uDE00";

        var match = Assert.Single(QuoteFinder.Find(Text, "the caf\u00E9", null, null));

        Assert.Equal(("the cafe\u0301", QuoteMatchKind.Tolerant), (At(Text, match), match.Kind));
    }

    [Fact]
    public void A_line_break_in_the_text_is_tolerated() =>
        Assert.Equal(
            "rises\r\n  in",
            At("It rises\r\n  in June.", Assert.Single(QuoteFinder.Find("It rises\r\n  in June.", "rises in", null, null))));

    [Theory]
    [InlineData(
        "Drivers who cross each week will pay 48 dollars a month.",
        "Drivers who cross each day will pay 48 dollars a month.",
        0.92)]
    [InlineData("Drivers who cross each day will pay 84 dollars", "Drivers who cross each day will pay 48 dollars", 0.95)]
    [InlineData("Drivres who cros each day wil pay", "Drivers who cross each day will pay", 0.87)]
    [InlineData("tole rises in June", "toll rises in June", 0.94)]
    public void A_changed_word_is_found_with_a_score(string quote, string found, double score)
    {
        var match = Assert.Single(QuoteFinder.Find("😀 " + Story, quote, null, null));

        Assert.Equal((found, QuoteMatchKind.Fuzzy), (At("😀 " + Story, match), match.Kind));
        Assert.Equal(score, match.Score, 0.02);
    }

    [Fact]
    public void A_changed_character_without_spaces_is_found()
    {
        const string Text = "市长说这座桥已经关闭。今年雨水比去年多了百分之五。学校今天停课。";

        var match = Assert.Single(QuoteFinder.Find(Text, "今年雨水比去年多了百分之七", null, null));

        Assert.Equal(("今年雨水比去年多了百分之五", QuoteMatchKind.Fuzzy), (At(Text, match), match.Kind));
    }

    [Fact]
    public void A_fuzzy_match_does_not_cut_an_emoji()
    {
        const string Text = "We came 😀 by boat and by train.";

        var match = Assert.Single(QuoteFinder.Find(Text, "😁 by boat and by train", null, null));

        Assert.Equal("😀 by boat and by train", At(Text, match));
    }

    [Theory]
    [InlineData("first he said ", null, 14)]
    [InlineData("later she said", null, 42)]
    [InlineData("LATER  she   said ", null, 42)]
    [InlineData(null, ", to none", 42)]
    [InlineData(null, " to all", 14)]
    [InlineData("nothing like it", "nor this", 14)]
    public void Prefix_and_suffix_tell_repeated_quotes_apart(string? prefix, string? suffix, int start)
    {
        var matches = QuoteFinder.Find("first he said yes to all, later she  said yes, to none", "yes", prefix, suffix);

        Assert.Equal(2, matches.Count);
        Assert.Equal(start, matches[0].Start);
    }

    [Fact]
    public void An_exact_match_comes_before_a_tolerant_one() => Assert.Equal(
        [(14, QuoteMatchKind.Exact), (0, QuoteMatchKind.Tolerant)],
        QuoteFinder.Find("THE TOLL now; the toll then", "the toll", null, " now").Select(m => (m.Start, m.Kind)));

    [Theory]
    [InlineData("")]
    [InlineData(" \n")]
    [InlineData("\u200B")]
    [InlineData("Nobody has ever written anything of this sort.")]
    [InlineData("qqqq")]
    public void A_quote_without_a_match_is_not_found(string quote) => Assert.Empty(QuoteFinder.Find(Story, quote, null, null));

    [Fact]
    public void An_empty_text_has_no_match() => Assert.Empty(QuoteFinder.Find("", "a quote of some words", "a", "b"));

    [Fact]
    public void At_most_twenty_matches_are_returned_and_the_one_in_its_context_is_first()
    {
        var text = string.Join(' ', Enumerable.Range(0, 100).Select(i => $"{i}: yes"));

        var matches = QuoteFinder.Find(text, "yes", "77: ", null);

        Assert.Equal(QuoteFinder.MostMatches, matches.Count);
        Assert.Equal(text.IndexOf("77: yes", StringComparison.Ordinal) + 4, matches[0].Start);
    }

    [Fact]
    public void Any_run_of_a_text_is_found_in_its_place_by_its_context() => Gen.Select(Gen.Int[0, 60], Gen.Int[1, 30]).Sample(
        (start, length) =>
        {
            var runes = (Story + " 😀 ").EnumerateRunes().Select(r => r.ToString()).ToArray();
            var quote = string.Concat(runes.Skip(start).Take(length));
            var (prefix, suffix) = (string.Concat(runes.Take(start)), string.Concat(runes.Skip(start + length)));
            var found = QuoteFinder.Find(string.Concat(runes), quote, prefix, suffix);
            Assert.True(
                string.IsNullOrWhiteSpace(quote)
                    || (found[0].Start, found[0].End, found[0].Kind) == (start, start + length, QuoteMatchKind.Exact),
                quote);
        },
        seed: "0N0XIzNsQ0O2",
        iter: 1_000);

    [Fact]
    public void The_distance_equals_that_of_the_plain_table() => Gen.Select(
        Gen.Char["ab c"].Array[1, 200],
        Gen.Char["ab c"].Array[0, 200]).Sample(
        (pattern, text) =>
        {
            Assert.Equal(Plain(pattern, text), new Locating.EditDistance(pattern).To(text));
        },
        seed: "0N0XIzNsQ0O2",
        iter: 500);

    [Theory]
    [InlineData("a", "a")]
    [InlineData("a", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab")]
    [InlineData("the rain fell and ", "the rain fell but the sun and the rain and the rain fell or the")]
    [InlineData("雨", "雨水雨水雨水")]
    [InlineData("e\u0301", "é!")]
    [InlineData("\u0301", "a quote")]
    [InlineData(" ", "a quote")]
    public void A_text_of_two_million_characters_takes_bounded_time(string unit, string quote)
    {
        var text = new StringBuilder().Insert(0, unit, 2_000_000 / unit.Length).ToString();
        var longQuote = new StringBuilder().Insert(0, quote, 10_000 / quote.Length).ToString();
        var start = Stopwatch.GetTimestamp();
        QuoteFinder.Find(text, quote, "before it", "after it");
        QuoteFinder.Find(text, longQuote, "before it", "after it");
        Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(20), $"took {Stopwatch.GetElapsedTime(start)}");
    }

    private static string At(string text, QuoteMatch match) =>
        string.Concat(text.EnumerateRunes().Skip(match.Start).Take(match.End - match.Start).Select(r => r.ToString()));

    private static int Plain(char[] x, char[] y)
    {
        var row = Enumerable.Range(0, y.Length + 1).ToArray();
        for (var i = 0; i < x.Length; i++)
        {
            var corner = row[0]++;
            for (var j = 0; j < y.Length; j++)
            {
                (corner, row[j + 1]) = (row[j + 1], Math.Min(Math.Min(row[j], row[j + 1]) + 1, corner + (x[i] == y[j] ? 0 : 1)));
            }
        }

        return row[^1];
    }
}
