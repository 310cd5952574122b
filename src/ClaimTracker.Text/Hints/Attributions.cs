using ClaimTracker.Text.Basics;

namespace ClaimTracker.Text.Hints;

/// <summary>Finds in English sentences who is said to have said what, and to whom.</summary>
internal static class Attributions
{
    private const int MostHearer = 10;

    /// <summary>Verbs that are enough by themselves.</summary>
    private static readonly WordSet Saying = new("said says say");

    /// <summary>Verbs that name a hearer first.</summary>
    private static readonly WordSet Telling = new("told tells informed assured reminded warned");

    /// <summary>Verbs, or words that only look like one, that need "that" or a quote.</summary>
    private static readonly WordSet NeedThat = new(
        """
        reported reports claimed claims stated states announced announces confirmed confirms denied denies warned warns acknowledged
        admitted alleged alleges ruled wrote writes testified estimated estimates noted notes explained suggested suggests revealed
        declared predicted found finds
        asserted maintained concluded stressed emphasized recalled conceded contended boasted complained responded replied tweeted posted
        believes argued argues insisted insists added adds says said showed shows
        """);

    /// <summary>Words before a verb that make it no report of what was said.</summary>
    private static readonly WordSet NoReport = new(
        """
        to will would could should may might can must not never the a an of by was were is are be been being as widely often who which that
        didn't doesn't did does don't won't i you
        """);

    private static readonly WordSet Helpers = new("had has have also later then again once reportedly repeatedly recently previously");

    private static readonly WordSet Hearers = new(
        """
        reporters lawmakers journalists parliament congress investigators police viewers voters residents supporters me us him her them
        """);

    private static readonly WordSet Prepositions = new("in on at during to about from for with by after before without");

    private static readonly WordSet NoWords = new("so nothing more little goodbye hello no yes");

    /// <summary>Finds the attributions of a sentence, the outermost first.</summary>
    public static List<ReportedSpeech> Of(HintSentence s)
    {
        var found = new List<ReportedSpeech>();
        for (var i = 0; i < s.Count; i++)
        {
            var next = s.Is(i, "according") && s.Is(i + 1, "to") ? AccordingTo(s, i) : s.IsWordAt(i) ? ByVerb(s, i) : null;
            if (next is not null)
            {
                var outer = found.LastOrDefault(before => before.Holds(next));
                found.Add(next with { Outer = outer });
            }
        }

        return found;
    }

    private static ReportedSpeech? ByVerb(HintSentence s, int verb)
    {
        var (telling, saying) = (s.In(verb, Telling), s.In(verb, Saying));
        if (!telling && !saying && !s.In(verb, NeedThat))
        {
            return null;
        }

        var before = verb - 1;
        while (before > 0 && (s.In(before, Helpers) || s.At(before) is { Length: > 4 } word && word.EndsWith("ly")))
        {
            before--;
        }

        if (s.In(before, NoReport))
        {
            return null;
        }

        if (saying && before == verb - 1 && Inverted(s, verb) is { } inverted)
        {
            return inverted;
        }

        if (Speakers.Before(s, before) is not { } speaker)
        {
            return null;
        }

        var (hearer, at) = telling ? HearerAt(s, verb + 1) : (null, verb + 1);
        var clause = Clause(s, telling ? at : AfterAdverbial(s, at), (saying || telling) && (!telling || hearer is not null))
            ?? Trailing(s, speaker, at);
        return clause is { } said && !(telling && hearer is null && !s.Is(at, "that"))
            ? new ReportedSpeech(speaker, verb, hearer, said) : null;
    }

    /// <summary>What is said, if it begins at a token: behind "that", in quotation marks, or plainly where the verb is enough.</summary>
    private static (int First, int Last)? Clause(HintSentence s, int at, bool plain)
    {
        var end = Speakers.End(s);
        if (s.Is(at, "that") && !s.IsMarkAt(at + 1, "\"“"))
        {
            return at + 1 <= end && !s.IsMarkAt(at + 1, ".,;") ? (at + 1, end) : null;
        }

        at = s.Is(at, "that") ? at + 1 : at;
        var quote = s.IsMarkAt(at, ",:") ? at + 1 : at;
        if (s.IsMarkAt(quote, "\"“"))
        {
            var close = quote + 1;
            while (close <= end && !s.IsMarkAt(close, "\"”"))
            {
                close++;
            }

            return close > quote + 1 ? (quote + 1, close - 1) : null;
        }

        if (s.In(at, Prepositions))
        {
            // "said on Telegram that"
            var that = Enumerable.Range(at + 1, MostHearer).FirstOrDefault(i => !s.IsWordAt(i) || s.Is(i, "that"));
            return s.Is(that, "that") && that + 1 <= end ? (that + 1, end) : null;
        }

        return plain && at + 1 < end && (s.IsWordAt(at) || s.IsNumberAt(at)) && !s.In(at, NoWords) ? (at, end) : null;
    }

    /// <summary>Steps over "on Wednesday" and "Wednesday" behind the verb.</summary>
    private static int AfterAdverbial(HintSentence s, int at)
    {
        var day = s.Is(at, "on") ? at + 1 : at;
        return s.IsCapitalAt(day) && s.At(day).EndsWith("day") ? day + 1 : s.Is(at, "yesterday") ? at + 1 : at;
    }

    /// <summary>"The bridge is safe, the mayor said."</summary>
    private static (int First, int Last)? Trailing(HintSentence s, (int First, int Last) speaker, int after)
    {
        var next = AfterAdverbial(s, after);
        var quoted = s.IsMarkAt(speaker.First - 1, "\"”");
        var comma = quoted ? speaker.First - 2 : speaker.First - 1;
        return (quoted || next > Speakers.End(s)) && s.IsMarkAt(comma, ",") && comma > 1 ? Opened(s, comma - 1) : null;
    }

    /// <summary>"The bridge is safe," said Ann Kahn, the mayor.</summary>
    private static ReportedSpeech? Inverted(HintSentence s, int verb)
    {
        var comma = s.IsMarkAt(verb - 1, "\"”") ? verb - 2 : verb - 1;
        if (!s.IsMarkAt(comma, ",") || comma < 2 || Speakers.From(s, verb + 1) is not { } speaker)
        {
            return null;
        }

        return new ReportedSpeech(speaker, verb, null, Opened(s, comma - 1));
    }

    private static ReportedSpeech? AccordingTo(HintSentence s, int at)
    {
        if (at > 0 && !s.IsMarkAt(at - 1, ",") && !s.IsWordAt(at - 1))
        {
            return null;
        }

        var (first, last) = (at + 2, at + 2);
        while (last + 1 <= Speakers.End(s) && !s.IsMarkAt(last + 1, ",;"))
        {
            last++;
        }

        if (last - first > Speakers.MostTokens || !s.IsWordAt(first) || s.Is(first, "which"))
        {
            return null;
        }

        var end = Speakers.End(s);
        return at == 0 ? (last + 2 < end ? new ReportedSpeech((first, last), at, null, (last + 2, end)) : null)
            : new ReportedSpeech((first, last), at, null, Opened(s, s.IsMarkAt(at - 1, ",") ? at - 2 : at - 1));
    }

    /// <summary>The sentence up to a token, without the quotation mark that opens it.</summary>
    private static (int First, int Last) Opened(HintSentence s, int last) => (s.IsMarkAt(0, "\"“") ? 1 : 0, last);

    private static (string? Hearer, int At) HearerAt(HintSentence s, int at)
    {
        if (s.In(at, Hearers))
        {
            return (s.At(at).ToString(), AfterAdverbial(s, at + 1));
        }

        // "told port chief Ann Kahn that": whatever stands before "that".
        var that = at;
        while (that - at < MostHearer && s.IsWordAt(that) && !s.Is(that, "that") && !s.Is(that, "to"))
        {
            that++;
        }

        if (s.Is(that, "that") && that > at && !s.Is(at, "on"))
        {
            var last = s.At(that - 1).EndsWith("day") && s.Is(that - 2, "on") ? that - 3 : that - 1;
            return last >= at ? (s.Span(at, last).Of(s.Text), that) : (null, at);
        }

        return Speakers.From(s, at) is { } named
            ? (s.Span(named.First, named.Last).Of(s.Text), AfterAdverbial(s, named.Last + 1))
            : (null, at);
    }
}
