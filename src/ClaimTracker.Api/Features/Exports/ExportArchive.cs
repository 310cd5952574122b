using ClaimTracker.Api.Domain.Archives;
using ClaimTracker.Api.Web.Edge;

namespace ClaimTracker.Api.Features.Exports;

internal sealed record ExportArchiveRequest
{
    /// <summary>Whether only what was published goes in: a data set of its own, without history and people.</summary>
    [QueryParam]
    public bool? Public { get; init; }
}

internal sealed class ExportArchive(Db db, WorkFiles files, Checkpoints checkpoints) : Endpoint<ExportArchiveRequest>
{
    public override void Configure()
    {
        Get("archive.jsonl");
        Group<ExportsGroup>();
        Policies(nameof(Permission.Administer));
        Summary(static s =>
        {
            s.Summary = "Export everything as an archive";
            s.Description =
                "All content in one state, as JSON lines that POST /imports takes: first a manifest with the schema, the counts and "
                + "the end of the history, then a line for each row, each table after those that it refers to, and last the SHA-256 of "
                + "all lines before. The same content gives the same bytes. Left out are keys, replies to Idempotency-Keys and what "
                + "follows from the rest. With `public=true` only what was published: no drafts, people, comments, notes and "
                + "confidential sources. The header Claimtracker-Checkpoint has a checkpoint of the history, as base64url.";
        });
        Description(
            static d => d.Produces<string>(200, NdJson.ContentType).SendsFile("claimtracker-archive-2026-01-31.jsonl"),
            clearDefaults: true);
    }

    // It is written to the disk first: a read that lasts as long as a slow client would keep the WAL of SQLite from being folded.
    public override async Task HandleAsync(ExportArchiveRequest request, CancellationToken ct)
    {
        var checkpoint = await checkpoints.TakeAsync(ct);
        if (await ExportFile.IsKnownAsync(Send, checkpoint))
        {
            return;
        }

        await using var file = await WriteAsync(request.Public == true, ct);
        var name = request.Public == true ? "claimtracker-public-archive" : "claimtracker-archive";
        ExportFile.Begin(HttpContext, NdJson.ContentType, ExportFile.NameOf(name, "jsonl", checkpoint.At), checkpoint);
        if (!HeadAndOptions.IsHead(HttpContext))
        {
            await file.CopyToAsync(HttpContext.Response.Body, ct);
        }
    }

    private async Task<FileStream> WriteAsync(bool isPublic, CancellationToken ct)
    {
        var file = files.MakeTemporary();
        try
        {
            await db.ReadAsync(
                async tx =>
                {
                    file.SetLength(0); // It may run a second time.
                    return await ArchiveWriter.WriteAsync(tx, file, isPublic, ct);
                },
                ct);
            file.Position = 0;
            return file;
        }
        catch (IOException)
        {
            await file.DisposeAsync();
            throw new ProblemException(ProblemType.DiskFull, "The disk of the data folder has no room for the archive.");
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }
}
