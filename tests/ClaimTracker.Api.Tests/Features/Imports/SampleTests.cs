using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using ClaimTracker.Api.Domain.Archives;
using ClaimTracker.Api.Tests.Hosting;
using ClaimTracker.Data.Copying;

#pragma warning disable CA1716 // The folder is that of the feature; nobody uses the tests from Visual Basic.
namespace ClaimTracker.Api.Tests.Features.Imports;
#pragma warning restore CA1716

/// <summary>
/// Archives of earlier schemas stay importable. A sample of each schema that changed rows is kept: with CLAIMTRACKER_WRITE_SAMPLE=1 this
/// class writes that of the present one.
/// </summary>
public sealed class SampleTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests/ClaimTracker.Api.Tests/Features/Imports/Samples");

    public static TheoryData<string> Samples => [.. Directory.GetFiles(Folder).Select(static path => Path.GetFileName(path))];

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task A_sample_of_every_schema_comes_in_and_holds(string sample)
    {
        var archive = await ReadAsync(sample);
        await using var store = await TestEngine.Current.NewAsync();

        await Newsroom.OnAsync(store, async api =>
        {
            var import = await api.ImportAsync(archive, "format=archive");
            Assert.Equal("done", (string?)import["state"]);
            var again = await Archives.ExportAsync(api);
            Assert.Equal(
                Archives.LinesOf(archive).Count(static line => line.StartsWith("{\"table\":\"claims\"", StringComparison.Ordinal)),
                Archives.LinesOf(again).Count(static line => line.StartsWith("{\"table\":\"claims\"", StringComparison.Ordinal)));
            Assert.True(sample != WholeTables.Schema + ".jsonl.gz" || again == archive, "It is of this schema, and comes out otherwise.");
            return "";
        });

        await using var db = store.Database.OpenReadOnly();
        Assert.Empty((await new Verification(db, checkpoint: null, CancellationToken.None).RunAsync()).Faults);
    }

    [Fact]
    public async Task The_sample_of_the_present_schema_is_written_on_demand()
    {
        if (Environment.GetEnvironmentVariable("CLAIMTRACKER_WRITE_SAMPLE") is null)
        {
            return;
        }

        await using var store = await TestEngine.Current.NewAsync();
        await Newsroom.OnAsync(store, Newsroom.FillAsync);
        await Newsroom.OnAsync(store, async api =>
        {
            Directory.CreateDirectory(Folder);
            await using var file = File.Create(Path.Combine(Folder, WholeTables.Schema + ".jsonl.gz"));
            await using var packed = new GZipStream(file, CompressionLevel.SmallestSize);
            await packed.WriteAsync(Encoding.UTF8.GetBytes(await Archives.ExportAsync(api)));
            return "";
        });
    }

    [Fact]
    public void Rows_of_earlier_schemas_go_through_the_upgrades_of_their_table_in_their_order()
    {
        ArchiveUpgrade[] all =
        [
            new("0041", "claims", static row => Renamed(row, "a")),
            new("0042", "sources", static _ => null),
            new("0043", "claims", static row => Renamed(row, "b")),
        ];

        string Upgraded(string schema) => ArchiveUpgrades.Of(all, schema, "claims")
            .Aggregate(new JsonObject { ["x"] = 1 }, static (row, upgrade) => upgrade.Change(row)!).Single().Key;

        Assert.Equal("xab", Upgraded("0040"));
        Assert.Equal("xb", Upgraded("0041"));
        Assert.Equal("x", Upgraded("0043"));
    }

    private static JsonObject Renamed(JsonObject row, string end) =>
        new(row.Select(one => KeyValuePair.Create(one.Key + end, one.Value?.DeepClone())));

    private static async Task<string> ReadAsync(string sample)
    {
        await using var file = File.OpenRead(Path.Combine(Folder, sample));
        await using var unpacked = new GZipStream(file, CompressionMode.Decompress);
        using var reader = new StreamReader(unpacked, Encoding.UTF8);
        return await reader.ReadToEndAsync();
    }
}
