namespace ClaimTracker.Text.Sentences;

/// <summary>
/// One pass from left to right over the unmodified text: every sentence is a run of it, so offsets are exact by construction.
/// White space, line breaks included, only separates words here; which lines make up one piece of prose is decided before.
/// </summary>
internal static class SentenceScanner
{
    public static void Scan(string text, CharSpan prose, SentenceRules rules, List<CharSpan> into)
    {
        var rest = prose.Trim(text);
        var (start, position) = (rest.Start, rest.Start);
        while (position < rest.End)
        {
            var distance = text.AsSpan(position, rest.End - position).IndexOfAny(Marks.Terminators);
            if (distance < 0)
            {
                break;
            }

            var stop = Stop.At(text, position + distance, rest.End);
            position = stop.End;
            if (Boundary.IsAt(text, stop, start, rest.End, rules))
            {
                into.Add(new CharSpan(start, stop.End));
                start = position = SkipSpace(text, stop.End, rest.End);
            }
        }

        if (start < rest.End)
        {
            into.Add(new CharSpan(start, rest.End));
        }
    }

    private static int SkipSpace(string text, int at, int limit)
    {
        while (at < limit && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at;
    }
}
