using ClaimTracker.Text.Basics;
using ClaimTracker.Text.Blocks;
using ClaimTracker.Text.Languages;
using ClaimTracker.Text.Lines;

namespace ClaimTracker.Text.Cues;

/// <summary>
/// Joins the words of cues to running text. A paragraph ends where another begins to speak, and at a long pause. What is heard but not
/// said, such as [Applause], is a block apart.
/// </summary>
internal sealed class SpokenText
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    /// <summary>A pause within a sentence is longer.</summary>
    private static readonly TimeSpan LongPause = TimeSpan.FromSeconds(8);

    /// <summary>With fewer full stops than one in so many cues, the words were written down by a machine.</summary>
    private const int CuesToStop = 8;

    /// <summary>Of so many cues, half must repeat the line before, for the lines to roll up.</summary>
    private const int FewestRolling = 6;

    private readonly List<(CharSpan Span, TimeSpan Start, TimeSpan End)> _times = [];
    private readonly bool _isUnstopped;
    private readonly bool _isRolling;
    private string? _speaker;
    private TimeSpan _end;

    private SpokenText(List<Cue> cues)
    {
        var stopped = cues.Count(static c => c.Lines.Any(static l => l.Words.Length > 0 && Marks.IsTerminator(l.Words[^1])));
        _isUnstopped = stopped * CuesToStop < cues.Count;
        _isRolling = cues.Count >= FewestRolling && Rolling(cues) * 2 >= cues.Count;
    }

    /// <summary>The text.</summary>
    public DocumentText Document { get; } = new();

    /// <summary>The times of its runs, in order.</summary>
    public IReadOnlyList<(CharSpan Span, TimeSpan Start, TimeSpan End)> Times => _times;

    public static SpokenText Of(List<Cue> cues)
    {
        var spoken = new SpokenText(cues);
        var before = default(Cue);
        foreach (var cue in cues)
        {
            spoken.Add(cue, spoken._isRolling ? Repeated(before, cue) : 0);
            before = cue.Lines.Count > 0 ? cue : before;
        }

        spoken.Document.End(null);
        return spoken;
    }

    private static int Rolling(List<Cue> cues)
    {
        var (count, before) = (0, default(Cue));
        foreach (var cue in cues)
        {
            count += Repeated(before, cue) > 0 || cue.Lines.Count == 0 ? 1 : 0;
            before = cue.Lines.Count > 0 ? cue : before;
        }

        return count;
    }

    /// <summary>The lines at the head of a cue that the one before has at its end.</summary>
    private static int Repeated(Cue? before, Cue cue)
    {
        for (var count = Math.Min(before?.Lines.Count ?? 0, cue.Lines.Count); count > 0; count--)
        {
            var last = before!.Lines.TakeLast(count).Select(static l => l.Words);
            if (last.SequenceEqual(cue.Lines.Take(count).Select(static l => l.Words), StringComparer.Ordinal))
            {
                return count;
            }
        }

        return 0;
    }

    private void Add(Cue cue, int skip)
    {
        if (Document.IsOpen && IsPause(cue))
        {
            Document.End(null);
        }

        for (var i = skip; i < cue.Lines.Count; i++)
        {
            Add(cue, cue.Lines[i]);
        }

        _end = cue.End > _end ? cue.End : _end;
    }

    private void Add(Cue cue, CueLine line)
    {
        if (IsSound(line.Words))
        {
            Document.End(null);
            Document.Add(line.Words);
            Document.End(BlockType.Navigation);
            return;
        }

        var isOther = line.Speaker is not null && line.Speaker != _speaker;
        if (line.IsTurn || isOther)
        {
            Document.End(null);
            _speaker = line.Speaker;
        }

        var words = line.Words.AsSpan();
        if (!Document.IsOpen && _speaker is not null && (isOther || line.IsTurn))
        {
            Document.Add($"{_speaker}: ");
        }
        else if (Document.IsOpen)
        {
            words = Document.Last is '.' or '…' && words.StartsWith("...") ? words[3..].TrimStart()
                : Document.Last is '.' or '…' && words.StartsWith("…") ? words[1..].TrimStart()
                : words;
            Join(words);
        }

        var start = Document.Length;
        var opened = Document.IsOpen;
        Document.Add(words);
        if (Document.Length > start)
        {
            start = opened ? start : Document.Length - words.TrimStart().Length;
            _times.Add((new CharSpan(start, Document.Length), cue.Start, cue.End));
        }
    }

    /// <summary>Chinese and Japanese have no space between words, nor between lines.</summary>
    private void Join(ReadOnlySpan<char> words)
    {
        if (words.Length > 0 && !(Scripts.CharactersOfWord(Document.Last) > 0 && Scripts.CharactersOfWord(words[0]) > 0))
        {
            Document.AddSpace();
        }
    }

    private bool IsPause(Cue cue)
    {
        var pause = cue.Start - _end;
        if (pause < Pause || cue.Lines.Count == 0)
        {
            return false;
        }

        return pause >= LongPause || _isUnstopped || Marks.IsTerminator(Document.Last) || Marks.IsClosing(Document.Last);
    }

    /// <summary>Recognises [APPLAUSE], (music) and ♪, but not (He left.).</summary>
    private static bool IsSound(string words)
    {
        var inner = words.AsSpan().Trim("♪♫# ");
        return inner.IsEmpty ? words.Length > 0
            : ((inner[0] == '[' && inner[^1] == ']') || (inner[0] == '(' && inner[^1] == ')'))
            && inner.Length > 2 && !Marks.IsTerminator(inner[^2]) && inner[1..^1].IndexOfAny("[]()") < 0
            && LineShape.WordCount(inner) <= 8;
    }
}
