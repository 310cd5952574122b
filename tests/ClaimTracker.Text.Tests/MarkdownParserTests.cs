using System.Diagnostics;

namespace ClaimTracker.Text.Tests;

public sealed class MarkdownParserTests
{
    private const string Draft =
        """
        ---
        title: "Cranes in numbers"
        author: [Ines Holm, Jo Reyes]
        date: 2026-03-03
        lang: en
        ---

        # Cranes in numbers

        The council spent **$4.2 million** on cranes, see [the *accounts*](https://port.example/a.pdf). It was _not_ worth it.[^a]

        > "It was worth it," said the mayor.

        - Two cranes of 20 t.
        - [ ] A ferry

        | Year | Cost |
        |------|-----:|
        | 2025 | **4.2m** |

        ```python
        total = 4.2
          + 0.9
        ```

        ![The first crane](https://port.example/crane.jpg "The first crane, in May")

        <div><p>Nobody <a href="https://union.example/">paid</a> for it.</p><script>alert(1)</script></div>

        Read<br>on <https://more.example/> & <b>more</b>.

        [^a]: The accounts were audited in 2026, see https://audit.example/.
        """;

    private static string[] Blocks(ReadArticle read) =>
        [.. read.Blocks.Select(b => $"{b.Type}: {CodePoints.Slice(read.Text, b.Start, b.End)}")];

    [Fact]
    public void The_text_is_the_words_that_a_reader_sees()
    {
        var read = MarkdownParser.Read(Draft);

        Assert.Equal(
            [
                "Title: Cranes in numbers",
                "Paragraph: The council spent $4.2 million on cranes, see the accounts. It was not worth it.",
                "Quote: \"It was worth it,\" said the mayor.",
                "ListItem: Two cranes of 20 t.",
                "ListItem: [ ] A ferry",
                "TableRow: Year\tCost",
                "TableRow: 2025\t4.2m",
                "Code: total = 4.2\n  + 0.9",
                "Image: https://port.example/crane.jpg",
                "Caption: The first crane, in May",
                "Paragraph: Nobody paid for it.",
                "Paragraph: Read\non https://more.example/ & more.",
            ],
            Blocks(read));
        Assert.DoesNotContain(read.Sentences, static s => s.Text.Contains("total", StringComparison.Ordinal));
    }

    [Fact]
    public void The_facts_above_the_text_are_those_of_the_article()
    {
        var read = MarkdownParser.Read(Draft);

        Assert.Equal(("Cranes in numbers", "Ines Holm, Jo Reyes", new DateOnly(2026, 3, 3), "en"),
            (read.Title, read.Byline, read.PublishedOn, read.Language));
        Assert.Equal(("document", "meta", "declared"), (read.Report.Method, read.Report.DateFrom, read.Report.LanguageFrom));
    }

    [Fact]
    public void Links_and_footnotes_are_citations_at_their_words()
    {
        var read = MarkdownParser.Read(Draft);

        Assert.Equal(
            [
                (CitationKind.Link, "the accounts", "the accounts", "https://port.example/a.pdf"),
                (CitationKind.Footnote, "it.", "The accounts were audited in 2026, see https://audit.example/.", "https://audit.example/"),
                (CitationKind.Link, "paid", "paid", "https://union.example/"),
                (CitationKind.Link, "https://more.example/", "https://more.example/", "https://more.example/"),
            ],
            read.Citations.Select(c => (c.Kind, CodePoints.Slice(read.Text, c.Start, c.End), c.Text, c.Url!)));
    }

    [Theory]
    [InlineData("---\nThe port grew.\n---\n\nNobody paid.", "The port grew.")]
    [InlineData("---\n\nOnly a rule.", "Only a rule.")]
    [InlineData("Words with a note.[^1]\n\n[^2]: Nobody refers to this one.", "Nobody refers to this one.")]
    [InlineData("By Ines Holm[^1]\n\n[^1]: She owns shares in the port.", "She owns shares in the port.")]
    [InlineData("<details><summary>More</summary>\n\nHidden words.\n\n</details>", "Hidden words.")]
    [InlineData("[a]: https://a.example/ \"A\"\n\nThe port [grew][a].", "The port grew.")]
    public void No_words_are_lost(string text, string kept) =>
        Assert.Contains(kept, MarkdownParser.Read(text, "en").Text, StringComparison.Ordinal);

    [Fact]
    public void A_front_matter_of_TOML_is_read_too()
    {
        var read = MarkdownParser.Read("+++\ntitle = \"Cranes\"\ndate = 2026-03-03T10:00:00Z\n[params]\nx = 1\n+++\nThe port grew.", "en");

        Assert.Equal(("Cranes", new DateOnly(2026, 3, 3), "The port grew."), (read.Title, read.PublishedOn, read.Text));
    }

    [Fact]
    public void A_text_that_is_nested_too_deeply_or_too_long_is_refused()
    {
        Assert.Throws<ArticleReadException>(() => MarkdownParser.Read(string.Concat(Enumerable.Repeat("> ", 5_000)) + "a"));
        Assert.Throws<ArticleReadException>(() => MarkdownParser.Read(new string('a', MarkdownParser.LongestText + 1)));
    }

    [Theory]
    [InlineData("*a_ ")]
    [InlineData("[")]
    [InlineData("[a](")]
    [InlineData("![")]
    [InlineData("`a")]
    [InlineData("**")]
    [InlineData("<a href=")]
    [InlineData("<!--")]
    [InlineData("<a href='https://a.example/'>b ")]
    [InlineData("| a ")]
    [InlineData("|a|b|\n|-|-|\n")]
    [InlineData("[^1]")]
    [InlineData("- a\n")]
    [InlineData("&amp;")]
    [InlineData("http://a.b ")]
    [InlineData("~~a")]
    [InlineData("# a\n")]
    [InlineData("[^1]: a\n\n")]
    public void A_hostile_text_takes_bounded_time(string unit)
    {
        var text = string.Concat(Enumerable.Repeat(unit, 200_000 / unit.Length));
        var start = Stopwatch.GetTimestamp();
        try
        {
            _ = MarkdownParser.Read(text, "en");
        }
        catch (ArticleReadException)
        {
            // That is bounded too.
        }

        Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(8), $"took {Stopwatch.GetElapsedTime(start)}");
    }
}
