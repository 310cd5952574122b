using System.Diagnostics;

namespace ClaimTracker.Text.Tests;

/// <summary>Notes in brackets, and the sentences that citations are about.</summary>
public sealed class BracketNotesTests
{
    [Theory]
    [InlineData("Prices rose [source: https://example.org/p].", "source: https://example.org/p", "https://example.org/p")]
    [InlineData("Die Preise stiegen [Quelle: Statistisches Bundesamt, Reihe 7] stark.", "Quelle: Statistisches Bundesamt, Reihe 7", null)]
    [InlineData("Les prix montent [Source : Insee].", "Source : Insee", null)]
    [InlineData("It fell [https://example.org/a_(b)].", "https://example.org/a_(b)", "https://example.org/a_(b)")]
    [InlineData("It fell (https://example.org/a_(b)).", "https://example.org/a_(b)", "https://example.org/a_(b)")]
    [InlineData("It fell (see https://example.org/a, page 3).", "see https://example.org/a, page 3", "https://example.org/a")]
    [InlineData("It fell [see www.example.org/a.].", "see www.example.org/a.", "https://www.example.org/a")]
    [InlineData("The office agreed [see FOI reply of 3 March].", "see FOI reply of 3 March", null)]
    [InlineData("The office agreed [note: by telephone].", "note: by telephone", null)]
    [InlineData("The office agreed [fact-check: true, see table 2].", "fact-check: true, see table 2", null)]
    [InlineData("The office agreed [Fact check: true].", "Fact check: true", null)]
    [InlineData("Jon Smyth [CQ per registrar] agreed.", "CQ per registrar", null)]
    [InlineData("Jon Smyth [CQ] agreed.", "CQ", null)]
    [InlineData("Cats have nine lives [citation needed].", "citation needed", null)]
    [InlineData("“We [source: the minutes] agreed”, he said.", "source: the minutes", null)]
    [InlineData("It fell [see HTTPS://Example.org/A?b=c[1]].", "see HTTPS://Example.org/A?b=c[1]", "HTTPS://Example.org/A?b=c[1]")]
    [InlineData("It fell [note: [sic] is in the original].", "note: [sic] is in the original", null)]
    [InlineData("It fell (see [source: https://example.org/]).", "source: https://example.org/", "https://example.org/")]
    [InlineData("It fell :( by half (https://example.org/).", "https://example.org/", "https://example.org/")]
    public void Writers_note_a_source_in_brackets(string text, string note, string? url)
    {
        var found = Assert.Single(ArticleParser.ReadPlain(text, null).Citations);
        Assert.Equal((CitationKind.Bracket, note, url), (found.Kind, found.Text, found.Url));
        var bracket = CodePoints.Slice(text, found.Start, found.End);
        Assert.Contains(bracket[0], "[(");
        Assert.Equal(note, bracket[1..^1].Trim());
    }

    [Theory]
    [InlineData("“[the mayor] said so”, he wrote.")]
    [InlineData("“They was [sic] there.”")]
    [InlineData("“I [see the problem] daily”, she said.")]
    [InlineData("It fell [1] and rose [2].")]
    [InlineData("It fell […] and rose.")]
    [InlineData("It fell (see table 2) and rose (source: the ministry).")]
    [InlineData("It fell [source: ] and rose.")]
    [InlineData("It fell [source: https://example.org/ and rose.")]
    [InlineData("It fell ] and rose ) and [ fell (.")]
    [InlineData("It fell [ftp://example.org/].")]
    [InlineData("Seen [by many] in May.")]
    public void Other_brackets_are_part_of_the_sentence(string text) =>
        Assert.Empty(ArticleParser.ReadPlain(text, null).Citations);

    [Fact]
    public void Places_count_code_points_and_pages_have_notes_too()
    {
        var read = ArticleParser.ReadHtml("<p>🎉🎉 It fell by a half in the year 2020 [source: the 🎉 ministry].</p>", "en");
        var found = Assert.Single(read.Citations);
        Assert.Equal("[source: the 🎉 ministry]", CodePoints.Slice(read.Text, found.Start, found.End));
    }

    [Theory]
    [InlineData("Prices rose. They fell [see table 2] again.", "They fell [see table 2] again.", "[see table 2]")]
    [InlineData("[note: by mail] They fell in June.", "[note: by mail] They fell in June.", "[note: by mail]")]
    public void A_note_stands_on_its_sentence_or_follows_it(string text, string sentence, string? words)
    {
        var read = ArticleParser.ReadPlain(text, "en");
        var placed = Assert.Single(CitedSentences.Place(read));
        var on = read.Sentences[placed.Sentence].Text;
        Assert.Equal(sentence, on);
        Assert.Equal(words, placed.Start is { } start ? CodePoints.Slice(on, start, placed.End!.Value) : null);
    }

    [Fact]
    public void A_citation_outside_of_sentences_is_about_the_nearest()
    {
        TextBlock[] blocks = [new(0, BlockType.Navigation, 0, 4), new(1, BlockType.Paragraph, 5, 18), new(2, BlockType.Image, 19, 22)];
        TextSentence[] sentences = [new(0, 1, 5, 8, "A b", "", ""), new(1, 1, 12, 18, "C d e.", "", "")];
        var read = new ReadArticle(new string('x', 22), "en", null, null, null, blocks, sentences)
        {
            Citations =
            [
                new(CitationKind.Link, 0, 2, "menu"),
                new(CitationKind.Footnote, 8, 9, "nearer to the first"),
                new(CitationKind.Footnote, 10, 11, "nearer to the second"),
                new(CitationKind.Comment, 12, 18, "the whole"),
                new(CitationKind.Comment, 14, 30, "from its middle"),
                new(CitationKind.Bracket, 12, 15, "after the first"),
                new(CitationKind.Bracket, 5, 7, "first of its block"),
                new(CitationKind.Link, 13, 13, ""),
                new(CitationKind.Link, 20, 21, "image"),
            ],
        };
        Assert.Equal(
            [
                (0, null, null), (0, null, null), (1, null, null), (1, null, null), (1, 2, 6), (0, null, null), (0, 0, 2), (1, null, null),
                (1, null, null),
            ],
            CitedSentences.Place(read).Select(static p => (p.Sentence, p.Start, p.End)));
        Assert.Empty(CitedSentences.Place(read with { Sentences = [] }));
    }

    [Theory]
    [InlineData("[source: ")]
    [InlineData("(https://")]
    [InlineData("((((([[[[[")]
    [InlineData("[(])")]
    [InlineData("[source: x] ")]
    [InlineData("(http://a.b/) “")]
    [InlineData("[://")]
    public void Takes_linear_time(string part)
    {
        var clock = Stopwatch.StartNew();
        ArticleParser.ReadPlain(string.Concat(Enumerable.Repeat(part, 1_000_000 / part.Length)), "en");
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(10), $"{clock.Elapsed}");
    }
}
