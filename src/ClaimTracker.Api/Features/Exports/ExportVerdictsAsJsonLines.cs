using System.Buffers;
using System.Text.Json;
using ClaimTracker.Api.Domain.Verdicts;

namespace ClaimTracker.Api.Features.Exports;

internal sealed record ExportVerdictsAsJsonLinesRequest : VerdictFilter;

internal sealed class ExportVerdictsAsJsonLinesValidator : Validator<ExportVerdictsAsJsonLinesRequest>
{
    public ExportVerdictsAsJsonLinesValidator() => Include(VerdictFilterValidator.Instance);
}

internal sealed class ExportVerdictsAsJsonLines(Db db, TimeProvider time, Checkpoints checkpoints)
    : Endpoint<ExportVerdictsAsJsonLinesRequest>
{
    public override void Configure()
    {
        Get("verdicts.jsonl");
        Group<ExportsGroup>();
        Policies(nameof(Permission.ReadPublished));
        Summary(static s =>
        {
            s.Summary = "Export a verdict list as JSON lines";
            s.Description =
                "One object per verdict, with the columns of the CSV file as members and source_urls as an array. The header "
                + "Claimtracker-Checkpoint has a checkpoint of the history, as base64url.";
        });
        Description(static d => d.Produces<string>(200, NdJson.ContentType).SendsFile("verdicts.jsonl"), clearDefaults: true);
    }

    public override async Task HandleAsync(ExportVerdictsAsJsonLinesRequest request, CancellationToken ct)
    {
        var columns = await VerdictColumns.OfAsync(db, HttpContext.Actor(), request, ct);
        var output = new ArrayBufferWriter<byte>();
        await using var json = new Utf8JsonWriter(output, new JsonWriterOptions { Encoder = ApiJson.Options.Encoder });
        var checkpoint = await checkpoints.TakeAsync(ct);
        if (await ExportFile.IsKnownAsync(Send, checkpoint))
        {
            return;
        }

        await foreach (var lines in VerdictLines.ReadAsync(db, time, request.OrPublished(), columns, HttpContext.Actor(), ct))
        {
            ExportFile.Begin(HttpContext, NdJson.ContentType, "verdicts.jsonl", checkpoint);
            foreach (var line in lines)
            {
                WriteLine(json, columns, line);
                output.Write("\n"u8);
            }

            await HttpContext.Response.BodyWriter.WriteAsync(output.WrittenMemory, ct);
            output.ResetWrittenCount();
        }
    }

    private static void WriteLine(Utf8JsonWriter json, IReadOnlyList<VerdictColumn> columns, VerdictLine line)
    {
        json.Reset();
        json.WriteStartObject();
        foreach (var column in columns)
        {
            json.WritePropertyName(column.Name);
            WriteValue(json, column.Value(line));
        }

        json.WriteEndObject();
        json.Flush();
    }

    private static void WriteValue(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case string text:
                json.WriteStringValue(text);
                break;
            case long number:
                json.WriteNumberValue(number);
                break;
            default:
                JsonSerializer.Serialize(json, value, ApiJson.Options);
                break;
        }
    }
}
