using ClaimTracker.Text.Basics;

namespace ClaimTracker.Text.Citations;

/// <summary>
/// Makes the citations of an article from its notes, in the order of the text: links on words of a sentence, and all other notes.
/// </summary>
internal static class NoteCitations
{
    public static List<TextCitation> Of(string text, IEnumerable<DraftNote> notes, IReadOnlyList<CharSpan> sentences)
    {
        var placed = new List<(DraftNote Note, CharSpan Span)>();
        var at = 0;
        foreach (var note in notes.OrderBy(static n => n.Span.Start).ThenBy(static n => n.Span.End))
        {
            while (at < sentences.Count && sentences[at].End <= note.Span.Start)
            {
                at++;
            }

            // A link may run over the end of its sentence: its words are those inside.
            var span = at == sentences.Count
                ? default
                : new CharSpan(Math.Max(note.Span.Start, sentences[at].Start), Math.Min(note.Span.End, sentences[at].End)).Trim(text);
            if (span.IsEmpty && note.Kind != CitationKind.Link)
            {
                span = note.Span.Trim(text);
            }

            if (!span.IsEmpty)
            {
                placed.Add((note, span));
            }
        }

        var points = new CodePoints(text);
        return [.. placed.OrderBy(static p => p.Span.Start).Select(p => Citation(text, p.Note, p.Span, points.At(p.Span.Start)))];
    }

    private static TextCitation Citation(string text, DraftNote note, CharSpan span, int start) => new(
        note.Kind, start, start + CodePoints.Count(span.In(text)), note.Text ?? span.Of(text), note.Url, note.Author, note.At);
}
