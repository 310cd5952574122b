using System.Buffers;
using ClaimTracker.Text.Basics;

namespace ClaimTracker.Text.Citations;

/// <summary>
/// Finds notes that a writer put in brackets within the prose of a draft, such as [source: https://example.org/] or [see the reply of
/// 3 March]. Round brackets hold a note only if they hold an address. The text stays as it is.
/// </summary>
internal static class BracketNotes
{
    /// <summary>UTF-16 units of the longest note, with its brackets: nobody closes one a page later.</summary>
    private const int LongestNote = 2_000;

    private static readonly SearchValues<char> Marks = SearchValues.Create("[]()\"“”„«»");

    /// <summary>Finds the notes of a block of prose, in the order of the text. Linear in its length.</summary>
    /// <param name="text">The text of the article.</param>
    /// <param name="block">A block of it.</param>
    /// <param name="points">Counts along the text; it must not have passed the block.</param>
    /// <param name="found">Takes the notes.</param>
    public static void Find(string text, CharSpan block, CodePoints points, List<TextCitation> found)
    {
        if (block.In(text).IndexOfAny('[', '(') < 0)
        {
            return;
        }

        var (square, round, quote, first) = (new Stack<Opened>(), new Stack<Opened>(), '\0', found.Count);
        for (var at = Next(text, block.Start, block.End); at < block.End; at = Next(text, at + 1, block.End))
        {
            switch (text[at])
            {
                case '[':
                    square.Push(new Opened(at, quote != '\0', found.Count));
                    break;
                case '(':
                    round.Push(new Opened(at, quote != '\0', found.Count));
                    break;
                case ']' when square.TryPop(out var opened):
                    Close(text, opened, at, points, found);
                    break;
                case ')' when round.TryPop(out var opened):
                    Close(text, opened, at, points, found);
                    break;
                case var mark and not (']' or ')'):
                    quote = QuoteAfter(quote, mark);
                    break;
            }
        }
    }

    private static int Next(string text, int from, int end) =>
        from < end && text.AsSpan(from, end - from).IndexOfAny(Marks) is >= 0 and var next ? from + next : end;

    // Brackets around a note are no note themselves.
    private static void Close(string text, Opened opened, int at, CodePoints points, List<TextCitation> found)
    {
        var words = text.AsSpan(opened.At + 1, at - opened.At - 1);
        if (opened.NotesBefore == found.Count && words.Length + 2 <= LongestNote && NoteWords.Address(words) is var url
            && (url is not null || (text[at] == ']' && NoteWords.AreNote(words, opened.InQuote))))
        {
            found.Add(new TextCitation(
                CitationKind.Bracket, points.At(opened.At), points.At(at + 1), words.Trim().ToString(), url));
        }
    }

    /// <summary>The mark that a quotation began with, after a further mark; none outside of one.</summary>
    private static char QuoteAfter(char quote, char mark) => (quote, mark) switch
    {
        ('\0', _) => mark == '”' ? '\0' : mark,
        ('“', '”') or ('„', '“' or '”') or ('«', '»') or ('»', '«') or ('"', '"') => '\0',
        _ => quote,
    };

    private readonly record struct Opened(int At, bool InQuote, int NotesBefore);
}
