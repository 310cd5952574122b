using System.CommandLine;
using System.Diagnostics;
using AngleSharp.Html.Parser;
using ClaimTracker.Text;

namespace ClaimTracker.Benchmarks.Pages;

/// <summary>
/// <c>page-speed</c>: what hostile pages of 5 MB cost, against the least that any reader must do: AngleSharp's bare parse.
/// </summary>
internal static class PageSpeed
{
    private const int Length = 5_000_000;
    private const int Depth = 100_000;
    private const int Rounds = 3;

    private static readonly (string Name, string Unit, int Count)[] Pages =
    [
        .. new[]
        {
            ("paragraphs", "<p>The council said on Monday that <b>rents</b> rose by 3 percent, Dr. Lee said. Nobody paid.</p>\n"),
            ("unclosed paragraphs", "<p>Rents rose, the council said on Monday night. "),
            ("line breaks", "The council said that rents rose by 3 percent, he said.<br><br>\n"),
            ("one text", "Rents rose, the council said on Monday night. "),
            ("attributes", "<p a=1 b=2 c=3 d=4 e=5 onclick='x()'>Rents rose in May.</p>"),
            ("scripts", "<script>var a=1;</script><meta name=x content=y>"),
            ("menus", "<div class=\"a b\"><span>Menu</span><a href=x>Link</a></div>"),
        }.Select(static p => (p.Item1, p.Item2, Length / p.Item2.Length)),
        ("as many menus as are weighed", "<div><span>Menu</span><a href=x>Link</a></div>", 1_200),
    ];

    private static readonly string[] Deep = ["<div>", "<div/>", "<b>", "<font size=1><p>", "<ul><li>", "<svg><desc><x/>"];

    public static Command Build()
    {
        var command = new Command("page-speed", "Measures the time that hostile pages take, against a bare parse");
        command.SetAction(_ => Print());
        return command;
    }

    private static void Print()
    {
        foreach (var (name, unit, count) in Pages)
        {
            var html = "<html><body><article>" + string.Concat(Enumerable.Repeat(unit, count));
            var bare = Time(() => { using var page = new HtmlParser().ParseDocument(html); });
            var read = Time(() => Read(html));
            Console.WriteLine($"{name,-30} {read.TotalSeconds,6:F2} s {read / bare,6:F1} times a bare parse");
        }

        foreach (var tag in Deep)
        {
            var html = string.Concat(Enumerable.Repeat(tag, Depth));
            Console.WriteLine($"{Depth} {tag,-22} {Time(() => Read(html)).TotalSeconds,6:F2} s");
        }
    }

    private static void Read(string html)
    {
        try
        {
            ArticleParser.ReadHtml(html);
        }
        catch (ArticleReadException)
        {
            // A refusal is an answer too; only its time counts here.
        }
    }

    /// <summary>The best of several rounds: whatever else the machine does only slows a round down.</summary>
    private static TimeSpan Time(Action work)
    {
        var best = TimeSpan.MaxValue;
        for (var round = 0; round < Rounds; round++)
        {
            GC.Collect();
            var start = Stopwatch.GetTimestamp();
            work();
            var taken = Stopwatch.GetElapsedTime(start);
            best = taken < best ? taken : best;
        }

        return best;
    }
}
