using System.IO.Compression;
using System.Text.Json.Nodes;
using ClaimTracker.Api.Tests.Faults;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Features.Exports;

/// <summary>The libraries and programs with which newsrooms and researchers read our files read them.</summary>
public sealed class JudgesTests(ApiHost host) : IClassFixture<ApiHost>
{
    private const string Claim = "=The umbrella stand, \"they\" say, is häßlich.";
    private static readonly string Sources = Path.Combine(Repository.Root, "tests/ClaimTracker.Api.Tests/Features/Exports/Judges");

    [Needs("node", "npm", NeedsAttribute.NpmRegistry)]
    public async Task Libraries_read_workbooks_linked_data_feeds_and_packages_as_they_are_meant()
    {
        await GivenVerdictAsync();
        var folder = Scratch.NewFolder("judges").FullName;
        foreach (var file in Directory.EnumerateFiles(Sources))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }

        await SaveAsync(folder, "/exports/verdicts.xlsx", "verdicts.xlsx");
        await SaveAsync(folder, "/exports/verdicts.jsonld", "verdicts.jsonld");
        await SaveAsync(folder, "/feeds/verdicts.atom", "verdicts.atom");
        await SaveAsync(folder, "/exports/package.zip", "package.zip");
        await ZipFile.ExtractToDirectoryAsync(Path.Combine(folder, "package.zip"), Path.Combine(folder, "package"));
        await Shell.RunAsync("npm", "--prefix", folder, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline");
        var found = JsonNode.Parse(await Shell.RunAsync("node", Path.Combine(folder, "judge.mjs"), folder))!;

        foreach (var sheets in (string[])["excelJs", "sheetJs"])
        {
            var book = found[sheets]!;
            Assert.Equal(("verdicts", 1, true), ((string?)book["sheets"]![0], (int)book["rows"]!, (bool)book["publishedIsDate"]!));
            Assert.Equal(("number", Claim), ((string?)book["id"], (string?)book["claim"]));
        }

        Assert.Equal(1, (int)found["excelJs"]!["frozen"]!);
        Assert.Equal((1, Claim, "False"), (
            (int)found["jsonLd"]!["reviews"]!, (string?)found["jsonLd"]!["claim"], (string?)found["jsonLd"]!["rating"]));
        Assert.EndsWith("#review", (string?)found["jsonLd"]!["id"], StringComparison.Ordinal);
        Assert.Equal((1, "2026-03-03T12:00:00.000Z"), ((int)found["feed"]!["entries"]!, (string?)found["feed"]!["date"]));
        Assert.Empty(found["dataPackage"]!["errors"]!.AsArray());
        Assert.True((bool)found["dataPackage"]!["valid"]!);
        Assert.Equal(1, (int)found["dataPackage"]!["tables"]!["verdicts"]!);
    }

    [Needs("soffice")]
    public async Task A_spreadsheet_program_opens_a_workbook_and_a_list_and_takes_dates_for_dates()
    {
        await GivenVerdictAsync();
        var folder = Scratch.NewFolder("spreadsheets").FullName;
        const string Columns = "?columns=claim,rating,published_at";
        foreach (var (file, form, filter) in ((string, string, string)[])
        [
            ("verdicts.xlsx", "", "Calc MS Excel 2007 XML"), ("verdicts.csv", "&bom=true", "CSV:44,34,76,1,,0,false,true"), // In UTF-8.
        ])
        {
            await SaveAsync(folder, $"/exports/{file}{Columns}{form}", file);
            await Shell.RunAsync(
                "soffice",
                $"-env:UserInstallation=file://{folder}/profile",
                "--headless",
                "--infilter=" + filter,
                "--convert-to",
                "fods:OpenDocument Spreadsheet Flat XML",
                "--outdir",
                folder,
                Path.Combine(folder, file));
            var sheet = await File.ReadAllTextAsync(Path.Combine(folder, "verdicts.fods"));
            Assert.Contains("office:date-value=\"2026-03-03T12:00:00\"", sheet, StringComparison.Ordinal);
            Assert.Contains("The umbrella stand, &quot;they&quot; say, is häßlich.", sheet, StringComparison.Ordinal);
            Assert.DoesNotContain("office:boolean-value", sheet, StringComparison.Ordinal);
            Assert.DoesNotContain("table:formula=\"of:=The", sheet, StringComparison.Ordinal);
            File.Delete(Path.Combine(folder, "verdicts.fods"));
        }
    }

    private async Task GivenVerdictAsync()
    {
        if ((await host.Api.GetAsync("/verdicts")).Items.Count == 0)
        {
            await host.Api.GivenPublishedAsync(await host.Api.GivenClaimAsync(Claim), "False");
        }
    }

    private async Task SaveAsync(string folder, string path, string name) => await File.WriteAllBytesAsync(
        Path.Combine(folder, name), await host.Api.Http.GetByteArrayAsync(new Uri("/api/v1" + path, UriKind.Relative)));
}
