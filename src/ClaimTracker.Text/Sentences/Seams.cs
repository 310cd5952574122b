using System.Buffers;
using System.Globalization;
using ClaimTracker.Text.Basics;
using ClaimTracker.Text.Lines;

namespace ClaimTracker.Text.Sentences;

/// <summary>
/// Places where a sentence ends without a mark: after an emoji, after the head or before the name of a letter, at a ruled line, between
/// addresses. Mail and web pages that lost their line breaks are full of them.
/// </summary>
internal static class Seams
{
    private const int ShortestRule = 8;
    private const int LongestAddress = 2000;
    private const int LongestBracket = 40;
    private const int LongestInside = 200;
    private const string Rules = "=*_-#~";

    private static readonly SearchValues<char> Signs = SearchValues.Create(Rules + ":;>)\n" + Emoji.Leads);

    private static readonly WordSet Fillers =
        new("um uh so right okay ok well now anyway yeah yes alright hey ähm äh also euh alors bueno eh");

    /// <summary>Finds the first seam after <paramref name="from"/>; <paramref name="prose"/>'s end if there is none.</summary>
    public static int After(string text, int from, CharSpan prose, SentenceRules rules)
    {
        var limit = prose.End;
        for (var at = from; at < limit;)
        {
            var distance = text.AsSpan(at, limit - at).IndexOfAny(Signs);
            if (distance < 0)
            {
                break;
            }

            at += distance;
            var (seam, next) = At(text, at, from, prose, rules);
            if (seam > from && seam < limit)
            {
                return seam;
            }

            at = Math.Max(next, at + 1);
        }

        return limit;
    }

    /// <summary>The seam that the sign at a place makes, or 0; and the place to go on looking.</summary>
    private static (int Seam, int Next) At(string text, int at, int from, CharSpan prose, SentenceRules rules) => text[at] switch
    {
        '\n' => (BeforeFiller(text, at, from, prose), at + 1),
        ')' when BehindBracket(text, at, from, prose, rules) is > 0 and var seam => (seam, at + 1),
        ')' => (InlineList.StartAt(text, at, from, prose.End), at + 1),
        '>' => (BehindMailAddress(text, at, from, prose.End), at + 1),
        ':' when at + 2 < prose.End && text[at + 1] == '/' && text[at + 2] == '/' => BehindAddress(text, at, prose.End, rules),
        ':' when at + 1 < prose.End && char.IsAsciiDigit(text[at + 1]) => LetterHead.SeamAt(text, at, from, prose.End),
        ':' or ';' => BehindEmoji(text, at, from, prose.End, rules),
        var c when Rules.Contains(c, StringComparison.Ordinal) => AtRule(text, at, from, prose.End),
        _ => BehindEmoji(text, at, from, prose.End, rules),
    };

    /// <summary>
    /// In speech without marks, the filler at the start of a line opens a sentence: "… tell you / um in 2021 …". Speech starts with a small
    /// letter and holds no mark.
    /// </summary>
    private static int BeforeFiller(string text, int at, int from, CharSpan prose)
    {
        var next = at + 1;
        while (next < prose.End && char.IsWhiteSpace(text[next]))
        {
            next++;
        }

        return next < prose.End && char.IsLower(text[prose.Start]) && at - from is > 2 and < LongestAddress
            && Fillers.Contains(Neighbours.WordAt(text, next, prose.End).In(text))
            && text.AsSpan(from, at - from).IndexOfAny('.', '?', '!') < 0
            && !SpokenLines.NeedsMore(text, new CharSpan(from, at).Trim(text))
                ? at
                : 0;
    }

    private static (int Seam, int Next) BehindEmoji(string text, int at, int from, int limit, SentenceRules rules)
    {
        var end = Emoji.EndOfRun(text, at, limit);
        if (end == at || end >= limit)
        {
            return (0, end);
        }

        // A list with emoji for bullets.
        if (Emoji.IsBullet(text, from))
        {
            return (Emoji.IsBullet(text, at) && at > from + 2 ? at : 0, end);
        }

        // In scripts without capitals only a mark such as ✅ is sure to be set between sentences.
        var opens = end + 1 < limit && char.IsWhiteSpace(text[end])
            && (OpensSentence(text, end + 1, limit)
                || (Emoji.IsBullet(text, at) && char.GetUnicodeCategory(text[end + 1]) == UnicodeCategory.OtherLetter));
        if (!opens
            || text.AsSpan(from, at - from).Trim().IndexOf(' ') < 0)
        {
            return (0, end);
        }

        return (!Emoji.StandsForWord(text, at) || rules.IsStarter(Neighbours.WordAt(text, end + 1, limit).In(text)) ? end : 0, end);
    }

    /// <summary>
    /// Behind a source in brackets at the start of a paragraph, "(New Scientist) NASA plans …", and behind any bracket before a sentence
    /// starter with a small word: "the best of all (so far) The staff …".
    /// </summary>
    private static int BehindBracket(string text, int at, int from, CharSpan prose, SentenceRules rules)
    {
        if (at + 3 >= prose.End || text[at + 1] != ' ')
        {
            return 0;
        }

        var first = Neighbours.WordAt(text, at + 2, prose.End);
        if (!first.IsEmpty && char.IsUpper(text[first.Start]) && first.End + 1 < prose.End && text[first.End] == ' '
            && char.IsLower(text[first.End + 1]) && HoldsWords(text, at, from)
            && rules.IsStarter(first.In(text)))
        {
            return at + 1;
        }

        return from == prose.Start && text[from] == '(' && at - from is > 2 and < LongestBracket
            && text.AsSpan(from + 1, at - from - 1).IndexOfAny('(', ')') < 0 && char.IsUpper(text[from + 1])
            && OpensSentence(text, at + 2, prose.End)
                ? at + 1
                : 0;
    }

    /// <summary>
    /// Checks that a bracket inside the sentence closes here and holds words or a year: "(4)" is the number of an item or of a note.
    /// </summary>
    private static bool HoldsWords(string text, int at, int from)
    {
        var least = Math.Max(from, at - LongestInside);
        var open = text.AsSpan(least, at - least).LastIndexOf('(');
        if (open < 2)
        {
            return false;
        }

        var letters = 0;
        foreach (var c in text.AsSpan(least + open, at - least - open))
        {
            letters += char.IsLetter(c) ? 1 : 0;
        }

        return (letters > 1 || References.IsYear(text.AsSpan(least + open + 1, at - least - open - 1)))
            && !Marks.IsTerminator(text[least + open - 2]);
    }

    private static int BehindMailAddress(string text, int at, int from, int limit)
    {
        var open = text.AsSpan(from, at - from).LastIndexOfAny('<', ' ');
        return open >= 0 && text[from + open] == '<' && text.AsSpan(from + open, at - from - open).Contains('@')
            && at + 2 < limit && text[at + 1] == ' ' && OpensSentence(text, at + 2, limit)
                ? at + 1
                : 0;
    }

    /// <summary>Between two addresses of a list of links, and before a new sentence.</summary>
    private static (int Seam, int Next) BehindAddress(string text, int at, int limit, SentenceRules rules)
    {
        var end = at;
        while (end < limit && end - at < LongestAddress && !char.IsWhiteSpace(text[end]))
        {
            end++;
        }

        var next = end + 1 < limit ? text.AsSpan(end + 1, limit - end - 1) : "";
        var opens = next.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            || next.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
            || (!next.IsEmpty && char.IsUpper(next[0]) && rules.IsStarter(Neighbours.WordAt(text, end + 1, limit).In(text)));
        return (opens ? end : 0, end);
    }

    /// <summary>Before and behind a line drawn with signs.</summary>
    private static (int Seam, int Next) AtRule(string text, int at, int from, int limit)
    {
        var end = at;
        while (end < limit && text[end] == text[at])
        {
            end++;
        }

        // The sign before the signature of a web log.
        if (end - at == 2 && text.AsSpan(end, limit - end).StartsWith(" Posted by ", StringComparison.Ordinal))
        {
            return (end, end);
        }

        return end - at < ShortestRule || end >= limit
            ? (0, end)
            : (at > from && char.IsWhiteSpace(text[at - 1]) ? at : char.IsWhiteSpace(text[end]) ? end : 0, end);
    }

    public static bool OpensSentence(string text, int at, int limit)
    {
        while (at < limit && Marks.IsQuotation(text[at]))
        {
            at++;
        }

        return at < limit && char.IsUpper(text[at]);
    }
}
