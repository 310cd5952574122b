using System.Globalization;

namespace ClaimTracker.Api.Features.Exports;

/// <summary>Writes a list in one format, group by group, so that no file is ever held in memory.</summary>
internal abstract class ExportWriter : IAsyncDisposable
{
    /// <summary>Begins a list; a format without several sheets has one list only.</summary>
    public abstract Task BeginAsync(string name, IReadOnlyList<ExportColumn> columns);

    /// <summary>Writes rows, each with a value for every column.</summary>
    public abstract Task WriteAsync(IReadOnlyList<object?[]> rows);

    /// <summary>Ends the file.</summary>
    public abstract Task EndAsync();

    public virtual ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>A value as the text of one cell, for the formats that have no lists.</summary>
    protected static string Text(ExportColumn column, object value) => value switch
    {
        string text => text,
        IReadOnlyList<string> texts => string.Join(column.Kind == CellKind.Addresses ? " " : "; ", texts),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    /// <summary>Whether a value is a yes.</summary>
    protected static bool IsYes(object value) => value is true or 1L;

    /// <summary>An instant as the database has it, to the whole second, without a letter for its zone, which is UTC.</summary>
    protected static string WholeSeconds(string stored) => stored[..19];
}
