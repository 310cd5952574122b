using System.Diagnostics;

namespace ClaimTracker.Text.Tests;

public sealed class SubtitleParserTests
{
    private static string[] Blocks(ReadArticle read) =>
        [.. read.Blocks.Select(b => $"{b.Type}: {CodePoints.Slice(read.Text, b.Start, b.End)}")];

    private static string[] Times(ReadArticle read) =>
        [.. read.Sentences.Select(s => $"{s.Media!.Start.TotalSeconds:0.0##}-{s.Media.End.TotalSeconds:0.0##} {s.Text}")];

    [Fact]
    public void Cues_of_SRT_are_running_text_and_each_sentence_has_its_time()
    {
        var read = SubtitleParser.Read(
            """
            1
            00:00:01,000 --> 00:00:04,200
            <i>Welcome back. We ask:</i>
            how many people

            2
            00:00:04,300 --> 00:00:07,800 X1:40 X2:600
            {\an8}lost their jobs in 2025?

            3
            00:00:08,000 --> 00:00:11,150
            - The minister says 12,000.
            - That's not true!

            4
            00:00:11,200 --> 00:00:12,000
            [APPLAUSE]

            5
            00:00:14,500 --> 00:00:16,000
            The union counts 31,000.
            """.ReplaceLineEndings("\r\n"),
            "en");

        Assert.Equal(
            [
                "Paragraph: Welcome back. We ask: how many people lost their jobs in 2025?",
                "Paragraph: The minister says 12,000.",
                "Paragraph: That's not true!",
                "Navigation: [APPLAUSE]",
                "Paragraph: The union counts 31,000.",
            ],
            Blocks(read));
        Assert.Equal(
            [
                "1.0-4.2 Welcome back.",
                "1.0-7.8 We ask: how many people lost their jobs in 2025?",
                "8.0-11.15 The minister says 12,000.",
                "8.0-11.15 That's not true!",
                "14.5-16.0 The union counts 31,000.",
            ],
            Times(read));
    }

    [Fact]
    public void Settings_styles_and_notes_of_WebVTT_are_no_text_and_speakers_are_kept()
    {
        var read = SubtitleParser.Read(
            """
            WEBVTT - of the meeting
            Kind: captions

            STYLE
            ::cue { color: red }

            NOTE
            checked by nobody

            intro
            00:01.000 --> 00:04.000 align:start
            <v Ines Holm>We paid <00:02.000><c.loud>4.2 million</c> &amp; more

            00:04.100 --> 00:06.000
            <v Ines Holm>for the cranes.

            01:00:00.000 --> 01:00:02.500
            <v Jo Reyes>Nobody asked us.
            """,
            "en");

        Assert.Equal(
            ["Paragraph: Ines Holm: We paid 4.2 million & more for the cranes.", "Paragraph: Jo Reyes: Nobody asked us."], Blocks(read));
        Assert.Equal(new MediaSpan(TimeSpan.FromSeconds(3600), TimeSpan.FromSeconds(3602.5)), read.Sentences[^1].Media);
    }

    [Fact]
    public void Lines_that_roll_up_are_read_once()
    {
        var lines = Enumerable.Range(1, 8).Select(i => $"line {i} of the talk").ToList();
        var cues = Enumerable.Range(1, 7).Select(i => $"00:{i:00}.000 --> 00:{i + 1:00}.000\n{lines[i - 1]}\n{lines[i]}\n");

        var read = SubtitleParser.Read("WEBVTT\n\n" + string.Join('\n', cues), "en");

        Assert.Equal(string.Join(' ', lines), read.Text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Only words.")]
    [InlineData("WEBVTT\n\n00:01 --> later\nWords.")]
    public void A_file_without_cues_is_refused(string text) => Assert.Throws<ArticleReadException>(() => SubtitleParser.Read(text));

    [Theory]
    [InlineData("00:01.000 --> 00:02.000\na\n\n")]
    [InlineData("00:01.000 --> 00:02.000\n<<<<<<\n\n")]
    [InlineData("<v a")]
    [InlineData("a --> b\n")]
    [InlineData("- a\n")]
    public void A_hostile_file_takes_bounded_time(string unit)
    {
        var text = "00:01.000 --> 00:02.000\n" + string.Concat(Enumerable.Repeat(unit, 2_000_000 / unit.Length));
        var start = Stopwatch.GetTimestamp();
        try
        {
            _ = SubtitleParser.Read(text, "en");
        }
        catch (ArticleReadException)
        {
            // That is bounded too.
        }

        Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(20), $"took {Stopwatch.GetElapsedTime(start)}");
    }
}
