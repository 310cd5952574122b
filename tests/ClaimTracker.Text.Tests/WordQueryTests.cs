namespace ClaimTracker.Text.Tests;

/// <summary>What people type to search.</summary>
public sealed class WordQueryTests
{
    [Theory]
    [InlineData("cranes harbour", "crane; harbour")]
    [InlineData("\"harbour cranes\" cost", "harbour crane; cost")]
    [InlineData("„große Krane“ «la grue»", "gross krane; la grue")]
    [InlineData("crane -harbour", "crane; -harbour")]
    [InlineData("elect*", "elect*")]
    [InlineData("electio*", "electio*|elect|electi")]
    [InlineData("claimant:mayor title:\"new crane\"", "Name:mayor; Title:new crane")]
    [InlineData("well-known 10:30", "well known; 10 30")]
    [InlineData("https://news.example/a?b=1", "http new exampl a b 1")]
    [InlineData("covid:truth", "covid truth")]
    [InlineData("\"never closed", "never close")]
    [InlineData("crane\"s \"", "crane; s")]
    [InlineData("AND OR NOT", "and; or; not")]
    [InlineData("a - b", "a; b")]
    [InlineData("議会", "議会")]
    [InlineData("会", "会*")]
    public void Words_phrases_beginnings_exclusions_and_fields_are_read(string typed, string expected)
    {
        var (query, fault) = WordQuery.Parse(typed);

        Assert.Null(fault);
        Assert.Equal(expected, string.Join("; ", query!.Clauses.Select(static c =>
            (c.Excluded ? "-" : "") + (c.Field is { } field ? field + ":" : "") + string.Join(' ', c.Words) + (c.IsPrefix ? "*" : "")
            + string.Concat((c.Endings ?? []).Select(static e => "|" + e)))));
    }

    [Theory]
    [InlineData("", "must have a word or a number")]
    [InlineData(" \"\" * - : !", "must have a word or a number")]
    [InlineData("-crane", "must have a word that is not excluded")]
    public void What_asks_for_nothing_is_told_so(string typed, string expected) => Assert.Equal(expected, WordQuery.Parse(typed).Fault);

    [Fact]
    public void More_words_than_the_limit_are_told_so()
    {
        var words = string.Join(' ', Enumerable.Range(0, WordQuery.MaxWords + 1));

        Assert.Equal($"must have at most {WordQuery.MaxWords} words", WordQuery.Parse(words).Fault);
        Assert.Null(WordQuery.Parse(words[..words.LastIndexOf(' ')]).Fault);
    }

    [Fact]
    public void The_snippet_holds_what_was_found_and_its_marks_count_code_points()
    {
        var text = string.Concat(Enumerable.Repeat("Nothing to see here. ", 40))
            + "🏗️ The council spent £4.2m on harbour cranes in March. "
            + string.Concat(Enumerable.Repeat("More of nothing. ", 40));

        var found = FoundWords.Of(WordQuery.Parse("crane \"the council\"").Query!, [(WordField.Title, null), (WordField.Text, text)]);

        Assert.Equal(WordField.Text, found.Field);
        Assert.InRange(found.Snippet.Length, 100, 330);
        Assert.Equal(
            ["The council", "cranes"],
            found.Marks.Select(mark => CodePoints.Slice(found.Snippet, mark.Start, mark.End)),
            StringComparer.Ordinal);
    }

    [Fact]
    public void A_word_in_the_title_counts_more_than_in_the_text_and_one_that_is_rare_in_a_long_text_less()
    {
        var query = WordQuery.Parse("crane").Query!;

        var title = FoundWords.Of(query, [(WordField.Title, "The crane"), (WordField.Text, "It fell.")]);
        var text = FoundWords.Of(query, [(WordField.Title, "It fell"), (WordField.Text, "The crane")]);
        var lost = FoundWords.Of(query, [(WordField.Text, string.Concat(Enumerable.Repeat("word ", 500)) + "crane")]);

        Assert.True(title.Score > text.Score);
        Assert.True(text.Score > lost.Score);
        Assert.True(lost.Score > 0);
    }

    [Fact]
    public void What_is_excluded_or_asked_of_another_part_is_not_marked()
    {
        var query = WordQuery.Parse("harbour title:crane -dock").Query!;

        var found = FoundWords.Of(query, [(WordField.Title, "Crane"), (WordField.Text, "The harbour dock has a crane.")]);

        Assert.Equal(
            ["harbour"],
            found.Marks.Select(mark => CodePoints.Slice(found.Snippet, mark.Start, mark.End)),
            StringComparer.Ordinal);
    }
}
