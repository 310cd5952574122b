using ClaimTracker.Text.Basics;

namespace ClaimTracker.Text.Sentences;

/// <summary>The parts of a letter that have no full stop: the sender with date and time, and the name under it.</summary>
internal static class LetterHead
{
    private const int LongestSender = 80;
    private const int LongestName = 60;
    private const int MostWordsOfName = 8;
    private const int MostGreeting = 3;

    /// <summary>The last words of a closing formula.</summary>
    private static readonly WordSet Farewells = new(
        """
        regards sincerely thanks cheers respectfully truly wishes faithfully cordially grüße grüßen gruß cordialement saludos saluti
        groeten groet abraços hilsen hälsningar pozdrawiam уважением
        """);

    private static readonly WordSet Greetings = new("hi hello hey dear hallo bonjour hola ciao olá");

    private static readonly WordSet Wishes = new("best kind kindest warm warmest many with yours viele liebe beste freundliche");

    private static readonly WordSet Figures = new("figure table chart exhibit abbildung tabelle tableau tabla figura tabel");

    private static readonly WordSet Zones =
        new("est edt cst cdt mst mdt pst pdt et ct mt pt gmt utc bst cet cest ist jst eastern central pacific");

    /// <summary>The seam before the date or behind the time of a colon in "Ida Kahn 03/14/2002 09:41 AM Will you …".</summary>
    public static (int Seam, int Next) SeamAt(string text, int colon, int from, int limit)
    {
        var hour = colon;
        while (hour > from && colon - hour < 2 && char.IsAsciiDigit(text[hour - 1]))
        {
            hour--;
        }

        var date = hour - 1;
        while (date > from && hour - date < 12 && (char.IsAsciiDigit(text[date - 1]) || text[date - 1] == '/'))
        {
            date--;
        }

        var end = colon + 1;
        while (end < limit && (char.IsAsciiDigit(text[end]) || text[end] == ':'))
        {
            end++;
        }

        if (hour == colon || date <= from - 1 || hour - date < 7 || text[hour - 1] != ' '
            || text.AsSpan(date, hour - 1 - date).Count('/') != 2)
        {
            return (0, end);
        }

        end += end + 2 < limit && text[end] == ' ' && text[end + 1] is 'A' or 'P' && text[end + 2] == 'M' ? 3 : 0;
        if (date > from + 1 && FollowsSender(text, date - 1, from))
        {
            return (date, end);
        }

        var opens = end + 1 < limit && char.IsWhiteSpace(text[end])
            && (Seams.OpensSentence(text, end + 1, limit) || (date == from && char.IsLower(text[end + 1])))
            && !Zones.Contains(Neighbours.WordAt(text, end + 1, limit).In(text));
        return (opens ? end : 0, end);
    }

    /// <summary>The seam before the name that closes a letter, "Kind regards, Ida Kahn".</summary>
    public static int BeforeName(string text, CharSpan prose)
    {
        var least = Math.Max(prose.Start, prose.End - LongestName);
        var comma = text.AsSpan(least, prose.End - least).LastIndexOf(',');
        if (comma < 1)
        {
            return prose.End;
        }

        comma += least;
        var farewell = Neighbours.WordBefore(text, comma, prose.Start);
        return !farewell.IsEmpty && Farewells.Contains(farewell.In(text)) && IsName(text, new CharSpan(comma + 1, prose.End).Trim(text))
            ? comma + 1
            : prose.End;
    }

    /// <summary>
    /// The seam behind the greeting, farewell or number of a figure that opens a sentence: "Dear all, We …", "Best regards, Ida …".
    /// </summary>
    public static int AfterFormula(string text, int start, int limit)
    {
        var first = Neighbours.WordAt(text, start, limit);
        if (first.IsEmpty || !char.IsUpper(text[start]))
        {
            return limit;
        }

        var end = first.End;
        if (Greetings.Contains(first.In(text)))
        {
            for (var words = 0; words < MostGreeting && end + 1 < limit && text[end] == ' ' && char.IsLetter(text[end + 1]); words++)
            {
                end = Neighbours.WordAt(text, end + 1, limit).End;
            }
        }
        else if (Figures.Contains(first.In(text)))
        {
            end++;
            while (end < limit
                && (char.IsAsciiDigit(text[end]) || (text[end] == '.' && end + 1 < limit && char.IsAsciiDigit(text[end + 1]))))
            {
                end++;
            }

            return end > first.End + 1 && end + 2 < limit && text[end] == ' ' && char.IsUpper(text[end + 1]) ? end : limit;
        }
        else if (Wishes.Contains(first.In(text)) && end < limit && text[end] == ' ')
        {
            var second = Neighbours.WordAt(text, end + 1, limit);
            end = Farewells.Contains(second.In(text)) ? second.End : limit;
        }
        else if (!Farewells.Contains(first.In(text)) || first.In(text) is "Thanks" or "Cheers")
        {
            return limit;
        }

        return end + 2 < limit && text[end] == ',' && text[end + 1] == ' ' && char.IsUpper(text[end + 2]) ? end + 1 : limit;
    }

    /// <summary>Checks that only names, addresses and quoted names stand between the last sentence and the date.</summary>
    private static bool FollowsSender(string text, int end, int from)
    {
        var words = 0;
        while (end > from && words < MostWordsOfName)
        {
            var start = end;
            while (start > from && end - start < LongestSender && text[start - 1] != ' ')
            {
                start--;
            }

            var word = text.AsSpan(start, end - start);
            if (word.IsEmpty || (words > 0 && Marks.IsTerminator(word[^1]) && word.Length > 2))
            {
                break;
            }

            if (!(word.TrimStart("\"<(") is [var first, ..] && char.IsUpper(first)) && !word.Contains('@'))
            {
                return false;
            }

            words++;
            end = start - 1;
        }

        return words > 0;
    }

    private static bool IsName(string text, CharSpan span)
    {
        if (span.IsEmpty || span.In(text).Count(' ') >= MostGreeting)
        {
            return false;
        }

        foreach (var range in span.In(text).Split(' '))
        {
            if (!char.IsUpper(span.In(text)[range] is [var first, ..] ? first : '\0'))
            {
                return false;
            }
        }

        return true;
    }
}
