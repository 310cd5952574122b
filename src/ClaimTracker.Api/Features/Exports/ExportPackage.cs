using System.Globalization;
using System.IO.Compression;
using System.IO.Pipelines;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using ClaimTracker.Api.Domain.Claims;
using ClaimTracker.Api.Domain.Reviews;
using ClaimTracker.Api.Domain.Verdicts;
using ClaimTracker.Api.Web.Edge;

namespace ClaimTracker.Api.Features.Exports;

internal sealed record ExportPackageRequest : VerdictFilter;

internal sealed class ExportPackageValidator : Validator<ExportPackageRequest>
{
    public ExportPackageValidator() => Include(VerdictFilterValidator.Instance);
}

internal sealed class ExportPackage(Db db, TimeProvider time, Checkpoints checkpoints, ReviewPublisher publisher)
    : Endpoint<ExportPackageRequest>
{
    private const string Zip = "application/zip";

    public override void Configure()
    {
        Get("package.zip");
        Group<ExportsGroup>();
        Policies(nameof(Permission.ReadPublished));
        Summary(static s =>
        {
            s.Summary = "Export a data package";
            s.Description =
                "A tabular data package (Frictionless, version 1) for those who publish a data set: verdicts.csv and evidence.csv as the "
                + "public sees them, and datapackage.json with their schemas, their SHA-256, the publisher and the licence "
                + "(`Publication:Name`, `Publication:License`). Texts are as they are, without escapes for spreadsheets.";
        });
        Description(
            static d => d.Produces<byte[]>(200, Zip)
                .SendsFile("package-2026-01-31.zip"),
            clearDefaults: true);
    }

    public override async Task HandleAsync(ExportPackageRequest request, CancellationToken ct)
    {
        var checkpoint = await checkpoints.TakeAsync(ct);
        if (await ExportFile.IsKnownAsync(Send, checkpoint))
        {
            return;
        }

        var wanted = request.OrPublished();
        await db.ReadAsync(tx => FilterAsync(tx, wanted, checkpoint.At), ct); // A wrong filter can still be answered.
        ExportFile.Begin(HttpContext, Zip, ExportFile.NameOf("package", "zip", checkpoint.At), checkpoint);
        if (HeadAndOptions.IsHead(HttpContext))
        {
            return;
        }

        await using var body = HttpContext.Response.BodyWriter.AsStream(leaveOpen: true);
        await using var zip = await ZipArchive.CreateAsync(body, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, ct);
        var resources = new JsonArray();
        foreach (var list in (ExportList[])[VerdictColumns.List, VerdictColumns.Evidence])
        {
            resources.Add(await AddAsync(zip, list, wanted, checkpoint.At, ct));
        }

        await using var json = await zip.CreateEntry("datapackage.json", CompressionLevel.Fastest).OpenAsync(ct);
        await JsonSerializer.SerializeAsync(json, Describe(resources, checkpoint), ApiJson.Options, ct);
    }

    private async Task<JsonObject> AddAsync(ZipArchive zip, ExportList list, VerdictFilter wanted, DateTimeOffset at, CancellationToken ct)
    {
        var name = $"{list.Name}.csv";
        await using var entry = await zip.CreateEntry(name, CompressionLevel.Fastest).OpenAsync(ct);
        using var hash = SHA256.Create();
        await using var hashed = new CryptoStream(entry, hash, CryptoStreamMode.Write, leaveOpen: true);
        var output = PipeWriter.Create(hashed, new StreamPipeWriterOptions(leaveOpen: true));
        var form = new ExportForm(ExportFormat.Csv, Labels: null, Bom: false, IsRaw: true);
        await using var csv = new CsvFile(output, form, ct);
        var columns = form.Of(list.Columns);
        await csv.BeginAsync(list.Name, columns);
        var rows = 0L;
        await foreach (var group in ExportReader.ReadAsync(
            db, time, list, columns, (tx, _) => FilterAsync(tx, wanted, at), Actor.Public, ct))
        {
            await csv.WriteAsync(group);
            rows += group.Count;
        }

        await output.CompleteAsync();
        await hashed.FlushFinalBlockAsync(ct);
        return new JsonObject
        {
            ["name"] = list.Name,
            ["path"] = name,
            ["profile"] = "tabular-data-resource",
            ["format"] = "csv",
            ["mediatype"] = "text/csv",
            ["encoding"] = "utf-8",
            ["hash"] = $"sha256:{Convert.ToHexStringLower(hash.Hash!)}",
            ["rows"] = rows,
            ["schema"] = DataSchema.Of(list),
        };
    }

    private async Task<Filter> FilterAsync(ReadTx tx, VerdictFilter wanted, DateTimeOffset now)
    {
        var actor = await KeyHolder.AsOfNowAsync(tx, HttpContext.Actor(), now);
        var filter = await (await wanted.FilterAsync(tx, actor, now)).OnlySeenBy(Actor.Public)
            .OnlyOnListAsync(tx, actor, wanted.List, now);
        filter.Parameters.AddDynamicParams(new { wanted.ArticleId, IsAsOf = wanted.AsOf is not null });
        return filter;
    }

    private JsonObject Describe(JsonArray resources, Checkpoint checkpoint)
    {
        var package = new JsonObject
        {
            ["profile"] = "tabular-data-package",
            ["name"] = "verdicts",
            ["title"] = $"{publisher.ShownName}: fact checks",
            ["created"] = InstantConverter.Format(checkpoint.At),
            ["version"] = string.Create(CultureInfo.InvariantCulture, $"{checkpoint.At.UtcDateTime:yyyy.M.d}"),
            ["checkpoint"] = checkpoint.ToHeader(),
            ["resources"] = resources,
            ["contributors"] = new JsonArray(Contributor()),
        };
        if (publisher.License is { } license)
        {
            package["licenses"] = new JsonArray(new JsonObject { ["path"] = license });
        }

        return package;
    }

    private JsonObject Contributor()
    {
        var contributor = new JsonObject { ["title"] = publisher.ShownName, ["role"] = "publisher" };
        if (publisher.Url is { } url)
        {
            contributor["path"] = url;
        }

        return contributor;
    }
}
