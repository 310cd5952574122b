using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Features.Exports;

/// <summary>Cells that a spreadsheet would run as formulas, however they are hidden.</summary>
public sealed class FormulaCellsTests(ApiHost host) : IClassFixture<ApiHost>
{
    [Fact]
    public async Task A_formula_is_escaped_behind_blanks_and_invisible_characters_and_in_each_width_of_its_sign()
    {
        string[] hidden =
        [
            " ", "\u00a0", "\u1680", "\u2000", "\u2007", "\u200a", "\u202f", "\u205f", "\u3000", "\u00ad", "\u200b", "\u200c",
            "\u200d", "\u200e", "\u200f", "\u202e", "\u2060", "\ufeff", "\U000e0020", " \u200b \u2007",
        ];
        string[] signs = ["=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20", "\ufe66", "\ufe62", "\ufe63", "\ufe6b", "\u2212"];
        string[] formulas = [.. hidden.Select(static blank => blank + "=1"), .. signs.Select(static sign => sign + "1")];
        foreach (var formula in formulas)
        {
            await GivenAsync("hidden", "x" + formula);
            await GivenAsync("formulas", formula);
        }

        var escaped = CsvReader.Read((await host.Api.GetAsync("/exports/verdicts.csv?state=draft&tag=formulas")).Text);
        var inside = CsvReader.Read((await host.Api.GetAsync("/exports/verdicts.csv?state=draft&tag=hidden")).Text);

        Assert.Equal(
            formulas.Select(static formula => "'" + formula), escaped.Skip(1).Select(static row => row[8]), StringComparer.Ordinal);
        Assert.Equal(formulas.Select(static formula => "x" + formula), inside.Skip(1).Select(static row => row[8]), StringComparer.Ordinal);
    }

    private async Task GivenAsync(string tag, string justification)
    {
        var claim = await host.Api.GivenAsync("/claims", new { text = "Exported.", tags = new[] { tag } });
        await host.Api.GivenAsync($"/claims/{claim}/verdicts", new { rating = "Unproven", justification });
    }
}
