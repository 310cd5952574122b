using System.Net;
using System.Text;
using ClaimTracker.Api.Tests.Hosting;
using ClaimTracker.Api.Web.Edge;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

#pragma warning disable CA1716 // The folder is that of the feature; nobody uses the tests from Visual Basic.
namespace ClaimTracker.Api.Tests.Features.Imports;
#pragma warning restore CA1716

/// <summary>Files and rows that are hostile, or are none.</summary>
public sealed class RowRefusalTests(ApiHost host) : IClassFixture<ApiHost>
{
    private const string Csv = "text/csv";

    [Fact]
    public async Task Hostile_rows_stay_plain_text_or_are_refused()
    {
        var import = await host.Api.ImportAsync(
            "claim,claimant\n'=HYPERLINK(1),x\n<script>alert(1)</script>,'); drop table claims; --\nnul\0,x\n", "format=csv", Csv);

        Assert.Equal((2, 0, 1), RowImportTests.Counts(import));
        Assert.Contains("\"text\":\"=HYPERLINK(1)\"", (await host.Api.GetAsync("/claims?q=hyperlink")).Text, StringComparison.Ordinal);
        Assert.Contains("<script>alert(1)</script>", (await host.Api.GetAsync("/claims?q=script alert")).Text, StringComparison.Ordinal);
        var raw = await host.Api.ImportAsync("claim\n'=RAW(1)\n", "format=csv&formulas=raw", Csv);
        Assert.Equal((1, 0, 0), RowImportTests.Counts(raw));
        Assert.Contains("\"text\":\"'=RAW(1)\"", (await host.Api.GetAsync("/claims?q=raw")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("format=csv", "statement,rating\nIt is.,True\n", "No column is the claim")]
    [InlineData("format=csv", "claim\nIt is \u00ff\n", "not in UTF-8")]
    [InlineData("format=csv", "claim\n\"never closed", null)]
    public async Task A_file_that_is_no_list_is_refused(string query, string file, string? refusal)
    {
        var bytes = refusal == "not in UTF-8" ? Encoding.Latin1.GetBytes(file) : Encoding.UTF8.GetBytes(file);
        var answer = await host.Api.SendBytesAsync(HttpMethod.Post, "/imports?" + query, bytes, Csv);

        var import = await host.Api.EndOfImportAsync(answer.Id);

        if (refusal is null)
        {
            Assert.Equal((0, 0, 1), RowImportTests.Counts(import));
            return;
        }

        Assert.Equal("refused", (string?)import["state"]);
        Assert.Contains(refusal, (string?)import["problem"]!["text"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("format=xml", "format", "must be one of")]
    [InlineData("", "format", "must say what the file is")]
    [InlineData("format=csv&mapping=claim", "mapping", "must name pairs of our column and the heading")]
    [InlineData("format=csv&mapping=colour:Farbe", "mapping", "names colour, which is no column of ours: they are claim, headline,")]
    [InlineData("format=csv&mapping=claim:A,headline:a", "mapping", "names the heading a twice")]
    [InlineData("format=csv&mapping=claim:A,field_gone:B", "mapping", "names field_gone, but no field of claims is defined")]
    public async Task An_unknown_format_or_mapping_is_refused_before_the_file_is_kept(string query, string field, string refusal)
    {
        var answer = await host.Api.SendTextAsync(HttpMethod.Post, "/imports?" + query, "claim\nx\n", Csv);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.StartsWith(refusal, (string?)answer.Json["errors"]![field]![0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_request_again_is_the_same_import()
    {
        async Task<Answer> SendAsync(string file)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/imports?format=csv")
            {
                Content = new StringContent(file, Encoding.UTF8, Csv),
            };
            request.Headers.Add("Idempotency-Key", "an-import");
            return await host.Api.SendAsync(request);
        }

        var first = await SendAsync("claim\nSent twice.\n");
        var again = await SendAsync("claim\nSent twice.\n");

        Assert.Equal(HttpStatusCode.Accepted, again.Status);
        Assert.Equal(first.Id, again.Id);
        Assert.Equal($"/api/v1/imports/{first.Id}", again.Headers.Location!.ToString());
        Assert.Equal(422, (int)(await SendAsync("claim\nAnother file.\n")).Status);
        await host.Api.EndOfImportAsync(first.Id);
        var listed = (await host.Api.GetAsync("/imports?state=done")).Json["items"]!.AsArray();
        Assert.Contains(listed, import => (long)import!["id"]! == first.Id);
    }

    [Fact]
    public async Task Files_rows_and_reports_are_bounded()
    {
        var route = host.Services.GetRequiredService<EndpointDataSource>().Endpoints
            .Select(static endpoint => endpoint.Metadata.GetMetadata<LargeBody>()).OfType<LargeBody>().Single();
        Assert.Equal(Limits.ImportBytes, route.Bytes);

        var many = string.Concat(Enumerable.Repeat("x\n", Limits.AtomicRows + 1));
        var atomic = await host.Api.ImportAsync("claim\n" + many, "format=csv&atomic=true", Csv);
        Assert.Equal(("refused", Limits.AtomicRows + 2), ((string)atomic["state"]!, (int)atomic["problem"]!["line"]!));

        var longRow = await host.Api.ImportAsync($"{{\"claim\":\"{new string('x', Limits.ImportRowBytes)}\"}}\n", "format=jsonl");
        Assert.Equal((0, 0, 1), RowImportTests.Counts(longRow));

        var bad = string.Concat(Enumerable.Repeat("x,Very true\n", Limits.ImportReport + 1));
        var reported = await host.Api.ImportAsync("claim,rating\n" + bad, "format=csv", Csv);
        Assert.Equal((0, 0, Limits.ImportReport + 1), RowImportTests.Counts(reported));
        var report = (await host.Api.GetAsync($"/imports/{reported["id"]}/rows.csv")).Text;
        Assert.Equal(Limits.ImportReport + 1, report.Count(static c => c == '\n'));
    }
}
