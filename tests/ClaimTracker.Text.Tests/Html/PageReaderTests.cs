namespace ClaimTracker.Text.Tests.Html;

/// <summary>The body of pages as newsrooms really send them: each test is one way in which a page hides it.</summary>
public sealed class PageReaderTests
{
    private const string First = "The ferry to Holm will carry 240 passengers a day from June, the harbour board said on Tuesday.";
    private const string Second = "It cost 3.2 million, twice what the board had planned two years ago, its accounts show.";
    private const string Third = "Nobody on the island was asked about the price of a ticket, which rises to 14 in summer.";
    private const string Aside = "The museum of the sea opens again on Sunday, after a year of repairs to its roof and cellar.";

    private static string Page(string body, string head = "<title>Ferry to Holm costs twice the plan</title>") =>
        $"<html lang=en><head>{head}</head><body>{body}</body></html>";

    private static string P(params ReadOnlySpan<string> paragraphs) => $"<p>{string.Join("</p><p>", paragraphs)}</p>";

    private static BlockType TypeOf(ReadArticle article, string text)
    {
        var start = article.Text.IndexOf(text, StringComparison.Ordinal);
        return article.Blocks.Single(b => b.Start <= start && start < b.End).Type;
    }

    [Fact]
    public void A_body_in_several_containers_is_one_body()
    {
        var article = ArticleParser.ReadHtml(Page(
            $"<main><article><h1>Ferry to Holm costs twice the plan</h1><div class='row a1'>{P(First, Second)}</div>"
            + $"<div class='ad'>Ad</div><div class='row a1'>{P(Third)}</div></article></main>"));

        Assert.All(new[] { First, Second, Third }, text => Assert.Equal(BlockType.Paragraph, TypeOf(article, text)));
    }

    [Theory]
    [InlineData("<p class='lead'>{0}</p>")]
    [InlineData("<h2>{0}</h2>")]
    [InlineData("<div class='article-deck'>{0}</div>")]
    public void What_stands_between_headline_and_body_is_the_standfirst(string markup)
    {
        var deck = "Two years late, the new boat carries half of what was promised.";
        var article = ArticleParser.ReadHtml(Page(
            $"<nav><a href=/>Home</a></nav><article><header><h1>Ferry to Holm costs twice the plan</h1>{string.Format(null, markup, deck)}"
            + $"<p class='byline'>By Ines Holm</p></header><div class='story'>{P(First, Second, Third)}</div></article>"));

        Assert.Equal(BlockType.Standfirst, TypeOf(article, deck));
        Assert.Contains(article.Sentences, s => s.Text == deck);
    }

    [Theory]
    [InlineData("<div role='dialog' aria-modal='true'>")]
    [InlineData("<div id='onetrust-consent-sdk'>")]
    [InlineData("<dialog open>")]
    public void A_consent_notice_is_never_the_article_however_long(string open)
    {
        var notice = "We and our partners store data on your device, and you may change what you agree to at any time in the settings.";
        var article = ArticleParser.ReadHtml(Page(
            $"<div class='page'>{P(First, Second)}</div>{open}{P([.. Enumerable.Range(1, 20).Select(i => $"{i}. {notice}")])}</div>"));

        Assert.Equal(BlockType.Paragraph, TypeOf(article, First));
        Assert.DoesNotContain(article.Sentences, s => s.Text.Contains("partners", StringComparison.Ordinal));
        Assert.Contains(article.Report.Warnings, w => w.Kind == "dialog");
    }

    [Fact]
    public void Of_two_articles_on_a_page_the_one_that_its_title_names_is_read()
    {
        var slate = "The roof was mended with slate from the quarry that the town closed last year.";
        var tide = "It sails at nine, and the second boat at noon, when the tide allows it to pass the bar at the mouth of the river.";
        var fare = "Children under twelve and dogs on a lead go free, which the board calls a gift to the families of the island.";
        var article = ArticleParser.ReadHtml(Page(
            $"<div class='list'><article><h2>Museum opens again</h2>{P(Aside, slate)}</article>"
            + $"<article><h2>Ferry to Holm costs twice the plan</h2>{P(First, Second, Third, tide, fare)}</article></div>"));

        Assert.Equal(BlockType.Paragraph, TypeOf(article, Second));
        Assert.DoesNotContain(article.Sentences, s => s.Text.Contains("museum", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("aside")]
    [InlineData("header")]
    [InlineData("footer")]
    public void A_body_inside_an_element_for_furniture_is_found_if_nothing_else_is(string element)
    {
        var article = ArticleParser.ReadHtml(Page($"<div>{P("Port Alden Tidings")}</div><{element}>{P(First, Second, Third)}</{element}>"));

        Assert.All(new[] { First, Second, Third }, text => Assert.True(TypeOf(article, text).HasSentences()));
    }

    [Fact]
    public void A_sentence_that_is_mostly_a_link_stays_among_its_paragraphs()
    {
        var sentence = "It also carries 90 cars a day, and charges most for them.";
        var linked = "It also <a href='https://b.example/cars'>carries 90 cars a day, and charges most</a> for them.";
        var article = ArticleParser.ReadHtml(Page($"<article>{P(First, linked, Second, Third)}</article>"));

        Assert.Equal(BlockType.Paragraph, TypeOf(article, sentence));
    }

    [Theory]
    [InlineData("<div hidden id='S:0'><article>{0}</article></div>")]
    [InlineData("<div style='display: none'>{0}</div>")]
    public void A_body_that_scripts_would_show_is_read_where_it_is(string markup)
    {
        var article = ArticleParser.ReadHtml(Page($"<div>Loading</div>{string.Format(null, markup, P(First, Second, Third))}"));

        Assert.All(new[] { First, Second, Third }, text => Assert.Equal(BlockType.Paragraph, TypeOf(article, text)));
    }

    [Fact]
    public void Hidden_text_beside_a_visible_body_is_kept_but_is_no_part_of_it()
    {
        var article = ArticleParser.ReadHtml(Page($"<article>{P(First, Second, Third)}</article><div hidden>{P(Aside)}</div>"));

        Assert.Equal(BlockType.Footer, TypeOf(article, Aside));
        Assert.Contains(article.Report.Warnings, w => w.Kind == "hidden");
    }

    [Fact]
    public void A_paragraph_behind_a_paywall_is_part_of_the_body()
    {
        var article = ArticleParser.ReadHtml(Page(
            $"<article>{P(First, Second)}<p class='paywall' aria-hidden='true'>{Third}</p></article>"));

        Assert.Equal(BlockType.Paragraph, TypeOf(article, Third));
    }

    [Fact]
    public void A_body_that_only_search_engines_get_is_added()
    {
        var fare = "Children under twelve and dogs on a lead go free, which the board calls a gift to the families of the town.";
        var lines = string.Join("\\n", First, Second, Third, fare);
        var article = ArticleParser.ReadHtml(Page(
            $"<article><h1>Ferry to Holm costs twice the plan</h1>{P("Subscribe to go on reading.")}</article>",
            $$"""<script type="application/ld+json">{"@type":"NewsArticle","headline":"Ferry","articleBody":"{{lines}}"}</script>"""));

        Assert.Equal("structured_data", article.Report.Method);
        Assert.All(new[] { First, Second, Third }, text => Assert.Equal(BlockType.Paragraph, TypeOf(article, text)));
    }

    [Fact]
    public void A_page_whose_text_is_put_in_by_scripts_is_refused_with_that_reason()
    {
        var page = Page($"<div id='root'></div><script>{new string('x', 60_000)}</script>");

        var refused = Assert.Throws<ArticleReadException>(() => ArticleParser.ReadHtml(page));
        Assert.Contains("scripts", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_set_apart_but_holds_a_sentence_is_listed_with_its_block()
    {
        var page = Page($"<article>{P(First, Second, Third)}</article><aside class='box'>{P(Aside)}</aside>");
        var article = ArticleParser.ReadHtml(page);

        var warning = Assert.Single(article.Report.Warnings);
        Assert.Equal("aside", warning.Kind);
        Assert.Equal(Aside.Length, article.Blocks[warning.Block].End - article.Blocks[warning.Block].Start);
    }

    [Fact]
    public void A_draft_has_no_furniture()
    {
        var article = ArticleParser.ReadHtml(Page($"<article>{P(First, Second)}</article><footer>{P(Third)}</footer>"), isDraft: true);

        Assert.Empty(article.Report.Warnings);
        Assert.Contains(article.Sentences, s => s.Text == Third);
    }

    [Fact]
    public void A_row_of_a_table_is_one_block_and_one_sentence()
    {
        var article = ArticleParser.ReadHtml(Page(
            $"<article>{P(First, Second, Third)}<table><tr><th>Year</th><th>Cars</th></tr>"
            + "<tr><td>2025</td><td>32 400 cars</td></tr></table></article>"));

        Assert.Equal(BlockType.TableRow, TypeOf(article, "2025\t32 400 cars"));
        Assert.Contains(article.Sentences, static s => s.Text == "2025\t32 400 cars");
    }

    [Fact]
    public void Headings_and_items_of_lists_have_types_of_their_own()
    {
        var article = ArticleParser.ReadHtml(Page(
            $"<article>{P(First, Second)}<h2>What it costs</h2>{P(Third)}<ul><li>A ticket costs 14 in summer.</li></ul></article>"));

        Assert.Equal((BlockType.Heading, BlockType.ListItem), (TypeOf(article, "What it costs"), TypeOf(article, "A ticket costs")));
    }

    [Fact]
    public void A_label_that_repeats_between_paragraphs_is_furniture()
    {
        var label = "Story goes on";
        var article = ArticleParser.ReadHtml(Page($"<article>{P(First, label, Second, label, Third, label, Aside)}</article>"));

        Assert.DoesNotContain(article.Sentences, static s => s.Text == "Story goes on");
    }

    [Theory]
    [InlineData("<h1><span class='kicker'>Holm</span><span>Ferry costs twice the plan</span></h1>", "Holm Ferry costs twice the plan")]
    [InlineData("<p><span class='drop-cap'>T</span> he ferry to Holm sails at nine.</p>", "The ferry to Holm sails at nine.")]
    public void Words_that_styles_draw_apart_or_together_are_read_so(string markup, string text) =>
        Assert.Equal(text, ArticleParser.ReadHtml(markup).Text);

    [Theory]
    [InlineData("""{"@graph":[{"@id":"#p1","@type":"Person","name":"Ines Holm"},{"@type":"NewsArticle","author":{"@id":"#p1"}}]}""", "")]
    [InlineData("""{"@type":"NewsArticle","author":{"name":"i.holm@tidings.example"}}""", "<p class='byline'>By Ines Holm</p>")]
    [InlineData("""{"@type":"NewsArticle","author":{"@type":"Organization","name":"Tidings"}}""", "<p class='byline'>By Ines Holm</p>")]
    [InlineData("""{"@type":"NewsArticle","author":"Holm, Ines"}""", "")]
    public void The_byline_is_the_name_of_a_person_where_one_is_given(string data, string shown)
    {
        var article = ArticleParser.ReadHtml(Page(
            $"<article><h1>Ferry to Holm costs twice the plan</h1>{shown}{P(First, Second, Third)}</article>",
            $"<script type='application/ld+json'>{data}</script>"));

        Assert.Equal("Ines Holm", article.Byline);
    }

    [Fact]
    public void The_title_is_without_the_name_of_the_site() => Assert.Equal(
        "Ferry to Holm costs twice the plan",
        ArticleParser.ReadHtml(
            Page($"<div>{P(First, Second, Third)}</div>", "<title>Ferry to Holm costs twice the plan | Tidings</title>")).Title);

    [Fact]
    public void The_headline_is_not_the_logo() => Assert.Equal(
        "Ferry to Holm costs twice the plan",
        ArticleParser.ReadHtml(Page(
            "<header><h1>Port Alden Tidings</h1></header>"
            + $"<main><h2>Ferry to Holm costs twice the plan</h2>{P(First, Second, Third)}</main>")).Title);

    [Fact]
    public void The_day_that_the_page_shows_counts_where_its_data_is_in_another_zone() => Assert.Equal(
        new DateOnly(2026, 3, 4),
        ArticleParser.ReadHtml(Page(
            $"<article><h1>Ferry to Holm costs twice the plan</h1><time>4 March 2026</time>{P(First, Second, Third)}</article>",
            "<meta property='article:published_time' content='2026-03-03T22:30:00Z'>")).PublishedOn);

    [Fact]
    public void Links_on_words_of_sentences_are_citations()
    {
        var article = ArticleParser.ReadHtml(Page(
            $"<article><p>The board <a href='/accounts.pdf'>published its accounts</a> on Monday.</p>{P(First, Second, Third)}</article>",
            "<link rel=canonical href='https://tidings.example/2026/ferry'>"));

        var citation = Assert.Single(article.Citations);
        Assert.Equal(
            (CitationKind.Link, "published its accounts", "https://tidings.example/accounts.pdf"),
            (citation.Kind, citation.Text, citation.Url));
        Assert.Equal("published its accounts", article.Text[citation.Start..citation.End]);
    }
}
