using System.Text.Json;
using System.Text.Json.Nodes;
using ClaimTracker.Api.Tests.Hosting;

#pragma warning disable CA5394 // The same rows in each run: nothing here is a secret.

#pragma warning disable CA1716 // The folder is that of the feature; nobody uses the tests from Visual Basic.
namespace ClaimTracker.Api.Tests.Features.Imports;
#pragma warning restore CA1716

/// <summary>
/// Whatever stands in a list: exported, and imported into another instance, it is exported as the same again. The rows are made of pieces
/// that files are known to change, in an order that is the same in each run.
/// </summary>
public sealed class RoundTripTests
{
    private const int Rows = 120;
    private const int Seed = 17;

    /// <summary>Of as many rows the first is a corrected verdict, and the second its correction.</summary>
    private const int Chain = 6;

    private const string Columns =
        "columns=claim,claimant,headline,language,tags,claim_date,rating,justification,published_at,state,retraction_reason,ended_at,"
        + "correction_kind,correction_reason,correction_public_text,review_url,source_urls&state=published,superseded,retracted";

    /// <summary>What spreadsheets run, guess or cut, and what separates cells, lines and names.</summary>
    private static readonly string[] Pieces =
    [
        "=1+1", "+7", "-5", "@SUM(A1)", "'=x", "''", "'", "\"", "\"\"", ",", ";", "\t", "\n", "\r\n", "TRUE", "wahr", "2026-01-02", "0012",
        "1e5", "1/2", "Größe", "e\u0301", "\U0001F6A2", "שלום", "\u200f", "税金", "a b", "  ", "\\", "{}", "&amp;", "<b>",
        "\u00a0", "%", "_x000D_", "#N/A", "NULL", "\u2212 3", "＝1", "sep=;",
    ];

    [Theory]
    [InlineData("csv", "verdicts.csv", "")]
    [InlineData("csv", "verdicts.csv", "formulas=raw")]
    [InlineData("csv", "verdicts.csv", "bom=true")]
    [InlineData("jsonl", "verdicts.jsonl", "")]
    [InlineData("xlsx", "verdicts.xlsx", "")]
    public async Task A_list_comes_out_as_it_came_in(string format, string name, string form)
    {
        await using var first = await TestEngine.Current.NewAsync();
        await using var second = await TestEngine.Current.NewAsync();
        var (file, told) = (Array.Empty<byte>(), "");
        await Newsroom.OnAsync(first, async api =>
        {
            await TakenAsync(api, System.Text.Encoding.UTF8.GetBytes(Made(new Random(Seed))), "format=jsonl");
            file = await api.Http.GetByteArrayAsync(new Uri($"/api/v1/exports/{name}?{Columns}&{form}", UriKind.Relative));
            return told = await ToldAsync(api);
        });

        await Newsroom.OnAsync(second, async api =>
        {
            await TakenAsync(api, file, $"format={format}&{(form.StartsWith("formulas", StringComparison.Ordinal) ? form : "")}");

            // XML makes a line feed of a carriage return with one behind it.
            var expected = format == "xlsx" ? told.Replace("\\r\\n", "\\n", StringComparison.Ordinal) : told;
            Assert.Equal(Sorted(expected), Sorted(await ToldAsync(api)), StringComparer.Ordinal);
            return "";
        });
        Assert.Equal(Rows + 1, told.Split('\n').Length);
        Assert.EndsWith($"\n{Rows / Chain}", told, StringComparison.Ordinal);
    }

    private static async Task TakenAsync(ApiDriver api, byte[] file, string query)
    {
        var answer = await api.SendBytesAsync(HttpMethod.Post, "/imports?" + query, file, "application/octet-stream");
        var import = await api.EndOfImportAsync(answer.Id);
        var rows = (await api.GetAsync($"/imports/{import["id"]}/rows")).Text;
        Assert.True((int)import["counts"]!["made"]! == Rows && (int)import["counts"]!["refused"]! == 0, $"{import} {rows}");
    }

    // The claims that count as corrected are those whose correction knows what it corrected.
    private static async Task<string> ToldAsync(ApiDriver api) =>
        (await api.GetAsync($"/exports/verdicts.jsonl?{Columns}")).Text
        + (await api.GetAsync("/claims?status=corrected&count=true&limit=1")).Json["total"];

    private static IEnumerable<string> Sorted(string lines) => lines.Split('\n').Order(StringComparer.Ordinal);

    private static string Made(Random random)
    {
        string Text(int most) => string.Concat(Enumerable.Range(0, random.Next(1, most)).Select(_ => Pieces[random.Next(Pieces.Length)]));
        string Name(int i) => string.Join(' ', Text(3).Split(';', '\n', '\r', '\t').Select(static part => part.Trim())).Trim() + $" {i}";
        var (claim, claimants) = ("", "");
        return string.Join('\n', Enumerable.Range(0, Rows).Select(i =>
        {
            (claim, claimants) = i % Chain == 1 ? (claim, claimants) : ($"{Text(6)} {i}", $"{Name(i)}; {Name(i + Rows)}");
            return JsonSerializer.Serialize(Row(i));
        }));

        JsonObject Row(int i) => new()
        {
            ["claim"] = claim,
            ["claimant"] = claimants,
            ["headline"] = $"{Text(4)}.",
            ["language"] = i % 3 == 0 ? "pt-BR" : "en",
            ["tags"] = new JsonArray($"t {Name(i)}", "Second"),
            ["claim_date"] = i % 2 == 0 ? "2025" : "2025-03-04",
            ["rating"] = i % 2 == 0 ? "True" : "False",
            ["justification"] = Text(8),
            ["published_at"] = PublishedAt(i),
            ["state"] = i % Chain == 0 ? "superseded" : i % Chain > 1 && i % 7 == 0 ? "retracted" : "published",
            ["correction_kind"] = i % Chain is 1 or 2 ? "update" : null,
            ["correction_reason"] = i % Chain is 1 or 2 ? $"{Text(4)}." : null,
            ["correction_public_text"] = i % Chain is 1 or 2 ? $"{Text(4)}." : null,
            ["retraction_reason"] = i % Chain > 1 && i % 7 == 0 ? $"{Text(4)}." : null,
            ["ended_at"] = i % Chain == 0 ? PublishedAt(i + 1) : i % Chain > 1 && i % 7 == 0 ? "2025-07-01T00:00:00Z" : null,
            ["review_url"] = $"https://checks.example/?a=1,2;3&b={i}",
            ["source_urls"] = new JsonArray($"https://a.example/{i}", $"https://b.example/{i}#x;y"),
        };

        static string PublishedAt(int i) => $"2025-06-0{1 + (i % 9)}T10:{i % 60:D2}:09Z";
    }
}
