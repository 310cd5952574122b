using ClaimTracker.Api.Domain.Fields;

namespace ClaimTracker.Api.Features.Exports;

/// <summary>The columns that a file has.</summary>
internal static class ExportColumns
{
    /// <summary>
    /// All columns of the list or those that were asked for, in that order. Behind those of the list the desk has one for each field of
    /// its own: <c>field_topic</c>.
    /// </summary>
    /// <exception cref="ProblemException">400: the list has no such column, or one is asked for twice.</exception>
    public static async Task<IReadOnlyList<ExportColumn>> ChooseAsync(
        Db db, ExportList list, Actor actor, IReadOnlyList<string>? asked, CancellationToken cancellation)
    {
        IReadOnlyList<ExportColumn> all = actor.SeesDesk && list.Fields.Count > 0
            ? [.. list.Columns, .. await db.ReadAsync(tx => OfFieldsAsync(tx, list), cancellation)]
            : list.Columns;
        if (asked is null)
        {
            return all;
        }

        var byName = all.ToDictionary(static column => column.Name, StringComparer.Ordinal);
        var chosen = new List<ExportColumn>();
        foreach (var name in asked)
        {
            chosen.Add(byName.Remove(name, out var column)
                ? column
                : throw Problem.Invalid(
                    "columns",
                    all.Any(one => one.Name == name)
                        ? $"must name each column once; {name} is there twice"
                        : $"has no {name}. The columns are {string.Join(", ", all.Select(static one => one.Name))}."));
        }

        return chosen;
    }

    private static async Task<IReadOnlyList<ExportColumn>> OfFieldsAsync(ReadTx tx, ExportList list)
    {
        var columns = new List<ExportColumn>();
        foreach (var (on, prefix, part) in list.Fields)
        {
            columns.AddRange((await FieldReader.AllAsync(tx, on)).Select(field => OfField(prefix, part, field)));
        }

        return columns;
    }

    private static ExportColumn OfField(string prefix, ExportPart part, FieldResponse field) =>
        ExportColumn.Of<IReadOnlyDictionary<string, FieldValue?>>(
            $"{prefix}_{field.Name}", KindOf(field.Type), part, values => values.GetValueOrDefault(field.Name)?.Cell);

    private static CellKind KindOf(FieldType type) => type switch
    {
        FieldType.Number => CellKind.Number,
        FieldType.Date => CellKind.Day,
        FieldType.Bool => CellKind.YesNo,
        FieldType.Url => CellKind.Address,
        _ => CellKind.Text,
    };
}
