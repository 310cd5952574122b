using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ClaimTracker.Benchmarks.Measuring;

/// <summary>A table of figures: printed for people, and written as JSON for programs.</summary>
internal sealed class Report(string name)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private readonly List<IReadOnlyList<(string Column, object? Value)>> _rows = [];

    public string Name => name;

    /// <summary>The rows; each gives the value of a column.</summary>
    public IEnumerable<Func<string, object?>> Rows =>
        _rows.Select(static row => new Func<string, object?>(column => row.FirstOrDefault(cell => cell.Column == column).Value));

    /// <summary>Adds a row. All rows have the same columns; a value is a text, a number or null.</summary>
    public void Add(params IReadOnlyList<(string Column, object? Value)> row) => _rows.Add(row);

    public void Print()
    {
        Console.WriteLine();
        Console.WriteLine(name);
        if (_rows.Count == 0)
        {
            return;
        }

        var cells = _rows.ConvertAll(static row => row.Select(static cell => Text(cell.Value)).ToArray());
        string[] heads = [.. _rows[0].Select(static cell => cell.Column)];
        int[] widths = [.. heads.Select((head, i) => Math.Max(head.Length, cells.Max(row => row[i].Length)))];
        Console.WriteLine(Line(heads));
        Console.WriteLine(Line([.. widths.Select(static width => new string('-', width))]));
        cells.ForEach(row => Console.WriteLine(Line(row)));

        string Line(string[] row) => "| " + string.Join(
            " | ", row.Select((cell, i) => i == 0 ? cell.PadRight(widths[i]) : cell.PadLeft(widths[i]))) + " |";
    }

    /// <summary>Writes reports, with the machine and the day that they are of.</summary>
    public static void Write(FileInfo file, IEnumerable<Report> reports)
    {
        var all = new JsonObject
        {
            ["at"] = TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'"),
            ["cores"] = Environment.ProcessorCount,
            ["system"] = RuntimeInformation.OSDescription,
            ["runtime"] = RuntimeInformation.FrameworkDescription,
            ["load"] = File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : null,
            ["reports"] = new JsonArray([.. reports.Select(static report => (JsonNode)report.ToJson())]),
        };
        File.WriteAllText(file.FullName, all.ToJsonString(Indented) + "\n");
    }

    private JsonObject ToJson() => new()
    {
        ["name"] = name,
        ["rows"] = new JsonArray([.. _rows.Select(static row => (JsonNode)new JsonObject(row.Select(
            static cell => KeyValuePair.Create(cell.Column, JsonSerializer.SerializeToNode(cell.Value)))))]),
    };

    private static string Text(object? value) => value switch
    {
        null => "",
        double number => number switch
        {
            >= 1000 => $"{number:N0}",
            >= 100 => $"{number:F0}",
            >= 10 => $"{number:F1}",
            >= 1 => $"{number:F2}",
            _ => $"{number:F3}",
        },
        int or long => $"{value:N0}",
        _ => value.ToString() ?? "",
    };
}
