using ClaimTracker.Text.Basics;

namespace ClaimTracker.Text.Citations;

/// <summary>Makes the citations of an article from its notes: those on words of a sentence, in the order of the text.</summary>
internal static class NoteCitations
{
    public static List<TextCitation> Of(string text, IEnumerable<DraftNote> notes, IReadOnlyList<CharSpan> sentences)
    {
        var citations = new List<TextCitation>();
        var (points, at) = (new CodePoints(text), 0);
        foreach (var note in notes.OrderBy(static n => n.Span.Start).ThenBy(static n => n.Span.End))
        {
            while (at < sentences.Count && sentences[at].End <= note.Span.Start)
            {
                at++;
            }

            if (at == sentences.Count)
            {
                break;
            }

            // A link may run over the end of its sentence: its words are those inside.
            var span = new CharSpan(
                Math.Max(note.Span.Start, sentences[at].Start), Math.Min(note.Span.End, sentences[at].End)).Trim(text);
            if (!span.IsEmpty)
            {
                var start = points.At(span.Start);
                citations.Add(new TextCitation(
                    note.Kind, start, start + CodePoints.Count(span.In(text)), note.Text ?? span.Of(text), note.Url, note.Author, note.At));
            }
        }

        return citations;
    }
}
