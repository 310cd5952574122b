using ClaimTracker.Text.Sentences.Languages;
using CsCheck;

namespace ClaimTracker.Text.Tests;

/// <summary>Properties that hold for every text. The seed is fixed, so that a run fails today or never.</summary>
public sealed class TextProperties
{
    private const string Seed = "0N0XIzNsQ0O2";
    private const long Runs = 3_000;

    private static readonly string[] Pieces =
    [
        "The ", "rain ", "U.S. ", "Dr. ", "No. ", "5 ", "end. ", "end.\" ", "\"We ", "“", "”", "(", ")", "[3]", "... ", "…", "?", "!", ".",
        ". . . ", " ", "\n", "\n\n",
        "\r\n", "\r", "\u2028", "\t", "\u00A0", "\u200F", "\uFEFF", "e\u0301", "😀", "👩‍👩‍👧", "。", "今日は", "他走了", "؟", "قال ", "।", "सच ",
        "։", "።", "Да. ", "Open in App\n", "By Jane Doe\n",
        "ሰላም ", "ነው፧", "သည်။ ", "Ποιος; ", "Է: ", "Бұл ", "т. п. ", "د. ", "«", "»", "「はい。」", "３．５", "— ", "re- ", "a) ", "b) ", "i) ",
        "1.) ", "1.5", "v. ", "2.", "3. ", "Yahoo! ", "[...] ", ". 4 The ",
        "\u200D", "\u0301", "\u202E", "\u2066", "\u0085", "\u2029", "\u3000",
        "2024-01-02\n", "https://example.org/a.jpg\n", "Photo by Jo/AP", "Nov. 2 (AP) -- ", "Add a Comment\n",
        "The views expressed are hers. ", "• ", "1. ", "<p>", "</p>", "<b>", "&amp;", "\0",
    ];

    private static readonly Gen<string> Texts =
        Gen.Int[0, Pieces.Length - 1].Array[0, 40].Select(picked => string.Concat(picked.Select(i => Pieces[i])));

    private static readonly Gen<string> Languages =
        Gen.Int[0, KnownLanguages.All.Count - 1].Select(i => KnownLanguages.All.Keys.ElementAt(i));

    [Fact]
    public void Sentences_ascend_trimmed_and_cover_all_but_white_space() => Gen.Select(Texts, Languages).Sample(
        (text, language) =>
        {
            var spans = SentenceSplitter.Split(text, language);
            Covers(text, spans.Select(s => (s.Start, s.End, s.Text)));
        },
        seed: Seed,
        iter: Runs);

    [Fact]
    public void Blocks_ascend_trimmed_and_cover_all_but_white_space() => Texts.Sample(
        text =>
        {
            var points = CodePointsOf(text);
            Covers(text, ArticleParser.ReadPlain(text).Blocks.Select(b => (b.Start, b.End, string.Concat(points[b.Start..b.End]))));
        },
        seed: Seed,
        iter: Runs);

    [Fact]
    public void The_sentences_of_a_block_cover_it() => Texts.Sample(
        text =>
        {
            var article = ArticleParser.ReadPlain(text);
            var points = CodePointsOf(text);
            foreach (var sentences in article.Sentences.GroupBy(s => s.BlockOrdinal))
            {
                var block = article.Blocks[sentences.Key];
                Covers(
                    string.Concat(points[block.Start..block.End]),
                    sentences.Select(s => (s.Start - block.Start, s.End - block.Start, s.Text)));
            }
        },
        seed: Seed,
        iter: Runs);

    [Fact]
    public void Pages_are_read_whatever_their_markup() => Texts.Sample(
        html =>
        {
            var article = ArticleParser.ReadHtml(html);
            var points = CodePointsOf(article.Text);
            Covers(article.Text, article.Blocks.Select(b => (b.Start, b.End, string.Concat(points[b.Start..b.End]))));
        },
        seed: Seed,
        iter: Runs);

    /// <summary>Counts in another way than the library: in an array with one entry for each code point.</summary>
    private static string[] CodePointsOf(string text) => [.. text.EnumerateRunes().Select(r => r.ToString())];

    private static void Covers(string text, IEnumerable<(int Start, int End, string Text)> spans)
    {
        var points = CodePointsOf(text);
        var last = 0;
        foreach (var (start, end, words) in spans)
        {
            Assert.True(start >= last && end > start, "spans ascend, do not overlap, are not empty");
            Assert.True(string.IsNullOrWhiteSpace(string.Concat(points[last..start])), "nothing is left out");
            Assert.Equal(string.Concat(points[start..end]), words);
            Assert.Equal(words.Trim(), words);
            last = end;
        }

        Assert.True(string.IsNullOrWhiteSpace(string.Concat(points[last..])), "nothing is left out at the end");
    }
}
