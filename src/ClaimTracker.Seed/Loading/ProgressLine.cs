namespace ClaimTracker.Seed.Loading;

/// <summary>Says how far it is: on a terminal one line that is rewritten, elsewhere a plain line for each tenth.</summary>
internal sealed class ProgressLine(TextWriter output, bool rewrites, int total)
{
    private const int Steps = 10;

    private readonly Lock _writing = new();
    private int _done;

    /// <summary>One more article is done.</summary>
    public void Advance()
    {
        lock (_writing)
        {
            _done++;
            if (rewrites)
            {
                output.Write($"\r{Text}");
            }
            else if ((long)_done * Steps / total > (long)(_done - 1) * Steps / total)
            {
                output.WriteLine(Text);
            }
        }
    }

    /// <summary>Leaves the line, so that what follows has one of its own.</summary>
    public void Close()
    {
        lock (_writing)
        {
            if (rewrites && _done > 0)
            {
                output.WriteLine();
            }
        }
    }

    private string Text => $"{_done} of {total} articles ({100L * _done / total} %)";
}
