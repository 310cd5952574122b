namespace ClaimTracker.Text.Printed;

/// <summary>Counts what the reading of a PDF takes, and ends it before it takes too much: a small file may unpack to any size.</summary>
internal sealed class PrintedLimits
{
    public const int MostPages = 3_000;

    /// <summary>Characters of all pages. The longest articles have two million.</summary>
    public const int MostGlyphs = 2_500_000;

    /// <summary>Of one packed stream, unpacked.</summary>
    public const int MostBytesOfStream = 32 * 1024 * 1024;

    /// <summary>Of all of them; those that several pages show count each time.</summary>
    public const int MostBytes = 256 * 1024 * 1024;

    /// <summary>Drawings within drawings, each time that one is shown.</summary>
    public const int MostForms = 100_000;

    private int _glyphs;
    private int _forms;
    private long _bytes;

    /// <summary>What was too much. The library takes some faults for broken parts and goes on: whoever calls it asks here.</summary>
    public ArticleReadException? Refusal { get; private set; }

    public void TakeGlyph()
    {
        if (++_glyphs > MostGlyphs)
        {
            throw Refuse($"The PDF has more than {MostGlyphs:N0} characters.");
        }
    }

    public void TakeForm(int bytes)
    {
        TakeBytes(bytes);
        if (++_forms > MostForms)
        {
            throw Refuse($"The PDF shows drawings within drawings more than {MostForms:N0} times.");
        }
    }

    public void TakeStream(long bytes)
    {
        TakeBytes(bytes);
        if (bytes > MostBytesOfStream)
        {
            throw Refuse($"A part of the PDF unpacks to more than {MostBytesOfStream / 1024 / 1024} MB.");
        }
    }

    public ArticleReadException Refuse(string reason) => Refusal ??= new ArticleReadException(reason);

    private void TakeBytes(long bytes)
    {
        _bytes += bytes;
        if (_bytes > MostBytes || Refusal is not null)
        {
            throw Refuse($"The PDF unpacks to more than {MostBytes / 1024 / 1024} MB.");
        }
    }
}
