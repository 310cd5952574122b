using System.Text;

namespace ClaimTracker.Api.Tests.Features.Exports;

/// <summary>Reads CSV by RFC 4180, so that the tests do not rely on the writer.</summary>
internal static class CsvReader
{
    public static List<List<string>> Read(string csv)
    {
        List<List<string>> rows = [[]];
        var cell = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < csv.Length; i++)
        {
            switch (csv[i])
            {
                case '"' when quoted && i + 1 < csv.Length && csv[i + 1] == '"':
                    cell.Append(csv[i++]);
                    break;
                case '"':
                    quoted = !quoted;
                    break;
                case ',' when !quoted:
                    rows[^1].Add(cell.ToString());
                    cell.Clear();
                    break;
                case '\r' when !quoted && csv[i + 1] == '\n':
                    rows[^1].Add(cell.ToString());
                    cell.Clear();
                    rows.Add([]);
                    i++;
                    break;
                default:
                    cell.Append(csv[i]);
                    break;
            }
        }

        Assert.True(rows[^1].Count == 0 && cell.Length == 0 && !quoted, "The last line does not end");
        rows.RemoveAt(rows.Count - 1);
        return rows;
    }
}
