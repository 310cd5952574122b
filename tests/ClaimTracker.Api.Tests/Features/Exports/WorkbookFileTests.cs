using System.IO.Pipelines;
using ClaimTracker.Api.Features.Exports;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;

namespace ClaimTracker.Api.Tests.Features.Exports;

/// <summary>What stands in the cells of a workbook.</summary>
public sealed class WorkbookFileTests
{
    [Fact]
    public async Task A_text_that_is_longer_than_a_cell_is_cut_between_characters_and_says_so()
    {
        var end = WorkbookFile.CellLength - WorkbookFile.Cut.Length;
        var fits = new string('a', WorkbookFile.CellLength);

        var cells = await CellsAsync(CellKind.Text, fits, fits + "b", new string('a', end - 1) + "🐅" + fits);

        Assert.Equal(
            [fits, new string('a', end) + WorkbookFile.Cut, new string('a', end - 1) + WorkbookFile.Cut],
            cells.Select(static cell => cell.InnerText),
            StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("True")]
    [InlineData("  two\r\nlines & <b>😀</b> ")]
    [InlineData("00123")]
    public async Task A_text_stays_a_text_as_it_is(string text)
    {
        var cell = Assert.Single(await CellsAsync(CellKind.Text, text));

        Assert.Equal(CellValues.InlineString, cell.DataType!.Value);
        Assert.Equal(text.Replace("\r\n", "\n", StringComparison.Ordinal), cell.InnerText.Replace("\r\n", "\n", StringComparison.Ordinal));
        Assert.Null(cell.CellFormula);
    }

    [Theory]
    [InlineData("2026-03-03", "46084")]
    [InlineData("1900-03-01", "61")]
    [InlineData("2026-03", null)]
    [InlineData("1848-03-18", null)]
    public async Task A_day_is_a_date_unless_a_spreadsheet_has_none(string day, string? serial)
    {
        var cell = Assert.Single(await CellsAsync(CellKind.Day, day));

        Assert.Equal(serial ?? day, cell.InnerText);
        Assert.Equal(serial is null, cell.DataType?.Value == CellValues.InlineString);
    }

    [Fact]
    public async Task An_address_is_a_link_that_has_the_address_as_its_value()
    {
        string[] addresses = ["https://a.example/?q=1&b", "https://a.example/" + new string('a', 300), "https://a.example/\"&A1&\""];

        var cells = await CellsAsync(CellKind.Address, addresses);

        Assert.Equal(addresses, cells.Select(static cell => cell.CellValue?.Text ?? cell.InnerText), StringComparer.Ordinal);
        Assert.Equal(
            "HYPERLINK(\"https://a.example/?q=1&b\",\"https://a.example/?q=1&b\")", cells[0].CellFormula!.Text);
        Assert.All(cells.Skip(1), static cell => Assert.Null(cell.CellFormula));
    }

    private static async Task<IReadOnlyList<Cell>> CellsAsync(CellKind kind, params string[] values)
    {
        using var file = new MemoryStream();
        var output = PipeWriter.Create(file, new StreamPipeWriterOptions(leaveOpen: true));
        await using (var workbook = await WorkbookFile.CreateAsync(output, HeadingLanguage.En, CancellationToken.None))
        {
            await workbook.BeginAsync("claims", [new ExportColumn("claim", kind, "")]);
            await workbook.WriteAsync([.. values.Select(static value => new object?[] { value })]);
            await workbook.EndAsync();
        }

        await output.CompleteAsync();
        using var document = SpreadsheetDocument.Open(file, isEditable: false);
        Assert.Empty(new OpenXmlValidator().Validate(document));
        var rows = document.WorkbookPart!.WorksheetParts.Single().Worksheet!.Descendants<Row>().ToList();
        Assert.Equal("Claim", rows[0].InnerText);
        return [.. rows.Skip(1).Select(static row => row.Elements<Cell>().Single())];
    }
}
