namespace ClaimTracker.Text.Docx;

/// <summary>Counts the rows and cells around a paragraph.</summary>
internal sealed class DocxTables
{
    private int _depth;
    private int _rows;

    /// <summary>The row of the outermost table, counted from 1 in the whole part; 0 outside.</summary>
    public int Row { get; private set; }

    public int Cell { get; private set; }

    public bool IsNested => _depth > 1;

    /// <summary>Enters a table, a row or a cell.</summary>
    /// <returns>What is to be done at its end.</returns>
    public Action Open(string name)
    {
        if (name == "tbl")
        {
            _depth++;
            return () => _depth--;
        }

        if (_depth != 1)
        {
            return static () => { };
        }

        if (name == "tr")
        {
            (Row, Cell) = (++_rows, 0);
            return () => Row = 0;
        }

        Cell++;
        return static () => { };
    }
}
