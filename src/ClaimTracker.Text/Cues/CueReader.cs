namespace ClaimTracker.Text.Cues;

/// <summary>Reads the cues of a file in SRT or WebVTT. Numbers, times, settings, styles and notes are no words.</summary>
internal static class CueReader
{
    private const string Arrow = "-->";

    /// <summary>Cues of one file; a film has about two thousand.</summary>
    public const int MostCues = 100_000;

    /// <exception cref="ArticleReadException">It holds no cue, or more than any recording.</exception>
    public static List<Cue> Read(string text)
    {
        var lines = text.TrimStart('\uFEFF').ReplaceLineEndings("\n").Split('\n');
        var (isVtt, cues) = (IsVtt(lines[0]), new List<Cue>());
        var at = isVtt ? AfterBlock(lines, 0) : 0;
        while (at < lines.Length)
        {
            var times = TimesAt(lines, at);
            if (times is null)
            {
                at = IsBlockOfNoWords(lines[at]) ? AfterBlock(lines, at) : at + 1;
                continue;
            }

            var end = EndOfCue(lines, at + 1, isVtt);
            cues.Add(new Cue(times.Value.Start, times.Value.End, CueWords.Of(lines.AsSpan(at + 1, end - at - 1), isVtt)));
            if (cues.Count > MostCues)
            {
                throw new ArticleReadException($"The file has more than {MostCues:N0} cues.");
            }

            at = end;
        }

        return cues.Count > 0
            ? cues
            : throw new ArticleReadException("The file holds no cue: a line such as 00:00:01,000 --> 00:00:04,200 with words below.");
    }

    private static bool IsVtt(string line) => line == "WEBVTT" || line.StartsWith("WEBVTT ", StringComparison.Ordinal)
        || line.StartsWith("WEBVTT\t", StringComparison.Ordinal);

    private static bool IsBlockOfNoWords(string line) =>
        line is "STYLE" or "REGION" or "NOTE" || line.StartsWith("NOTE ", StringComparison.Ordinal)
        || line.StartsWith("NOTE\t", StringComparison.Ordinal);

    private static int AfterBlock(string[] lines, int at)
    {
        while (at < lines.Length && !string.IsNullOrWhiteSpace(lines[at]) && TimesAt(lines, at) is null)
        {
            at++;
        }

        return at;
    }

    /// <summary>
    /// A cue ends before the next one, with its number or name. A blank line in between ends it in WebVTT; in SRT files words sometimes
    /// go on behind one.
    /// </summary>
    private static int EndOfCue(string[] lines, int from, bool isVtt)
    {
        var at = from;
        for (; at < lines.Length; at++)
        {
            var isBlank = string.IsNullOrWhiteSpace(lines[at]);
            if ((isBlank && isVtt) || TimesAt(lines, at) is not null)
            {
                return at;
            }

            if (TimesAt(lines, at + 1) is not null && (isVtt || lines[at].AsSpan().Trim().IndexOfAnyExceptInRange('0', '9') < 0))
            {
                return at;
            }
        }

        return at;
    }

    private static (TimeSpan Start, TimeSpan End)? TimesAt(string[] lines, int at)
    {
        if (at >= lines.Length || lines[at].IndexOf(Arrow, StringComparison.Ordinal) is not (> 0 and var arrow))
        {
            return null;
        }

        var rest = lines[at].AsSpan(arrow + Arrow.Length).Trim();
        var settings = rest.IndexOfAny(' ', '\t');
        return TimeOf(lines[at].AsSpan(0, arrow).Trim()) is { } start && TimeOf(settings < 0 ? rest : rest[..settings]) is { } end
            ? (start, end < start ? start : end)
            : null;
    }

    /// <summary>Reads 01:02:03,004 or 02:03.004; the fraction may be missing.</summary>
    private static TimeSpan? TimeOf(ReadOnlySpan<char> time)
    {
        Span<Range> parts = stackalloc Range[4];
        var comma = time.LastIndexOfAny(',', '.');
        var clock = comma < 0 ? time : time[..comma];
        var count = clock.Split(parts, ':');
        if (count is < 2 or > 3)
        {
            return null;
        }

        var seconds = 0L;
        for (var i = 0; i < count; i++)
        {
            if (NumberOf(clock[parts[i]], 5) is not { } part)
            {
                return null;
            }

            seconds = (seconds * 60) + part;
        }

        var fraction = comma < 0 ? "000" : $"{time[(comma + 1)..]}000".AsSpan(0, 3);
        return NumberOf(fraction, 3) is { } milliseconds ? TimeSpan.FromMilliseconds((seconds * 1000) + milliseconds) : null;
    }

    private static long? NumberOf(ReadOnlySpan<char> digits, int most) =>
        digits.Length >= 1 && digits.Length <= most && digits.IndexOfAnyExceptInRange('0', '9') < 0
            ? long.Parse(digits, System.Globalization.CultureInfo.InvariantCulture)
            : null;
}
