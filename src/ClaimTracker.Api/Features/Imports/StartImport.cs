using System.Security.Cryptography;
using ClaimTracker.Api.Domain.Archives;
using ClaimTracker.Api.Web.Edge;

namespace ClaimTracker.Api.Features.Imports;

internal sealed record StartImportRequest : IReadsItsBody
{
    /// <summary>What the file is.</summary>
    [QueryParam]
    public ImportFormat? Format { get; init; }

    /// <summary>Whether to report what would happen, and to keep nothing.</summary>
    [QueryParam]
    public bool? DryRun { get; init; }

    /// <summary>Whether all rows are kept, or none. An archive always is.</summary>
    [QueryParam]
    public bool? Atomic { get; init; }

    /// <summary>Which headings of the file stand for which of our columns: `claim:Statement,rating:Verdict`.</summary>
    [QueryParam]
    public string? Mapping { get; init; }

    /// <summary>
    /// escaped, which is the default for csv: the apostrophe that exports put before a formula is taken off. raw, which is the default
    /// for workbooks, whose texts have none: cells are taken as they are.
    /// </summary>
    [QueryParam]
    public Formulas? Formulas { get; init; }
}

internal sealed class StartImportValidator : Validator<StartImportRequest>
{
    public StartImportValidator()
    {
        RuleFor(static r => r.Format).NotNull()
            .WithMessage($"must say what the file is: {string.Join(", ", EnumWords.All(typeof(ImportFormat)))}");
        RuleFor(static r => r.Mapping).Optional(Limits.Text);
        RuleFor(static r => r.Mapping).Must(static mapping => ColumnMapping.Read(mapping, out _) is null)
            .WithMessage(static r => ColumnMapping.Read(r.Mapping, out _) ?? "");
    }
}

internal sealed class StartImport(ChangeRunner changes, WorkFiles files, ImportRunner runner)
    : Endpoint<StartImportRequest, ImportResponse>, IWriteRoute
{
    private const int Buffer = 128 * 1024;

    /// <summary>Those of formats that the document does not describe: what their bodies hold is no shape of ours.</summary>
    private static readonly string[] OtherTypes =
    [
        "application/json", "application/ld+json", "application/vnd.citationstyles.csl+json",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ];

    private static readonly string[] ContentTypes = [.. NdJson.ContentTypes, "text/csv", "application/octet-stream"];

    public override void Configure()
    {
        Post("");
        Group<ImportsGroup>();
        Policies(nameof(Permission.Publish));
        Summary(static s =>
        {
            s.Summary = "Import a file";
            s.Description =
                "The body is the file. The answer is 202 as soon as the file is stored, and its Location says how far the import is; files "
                + "are imported one after the other. An archive (`format=archive`, for admins) becomes the content of an instance in which "
                + "nobody has worked yet. Rows (`csv`, `xlsx`, `jsonl`) bring claims, with their verdicts and evidence; `fever` and "
                + "`averitec` claims of data sets; `csl` sources; `claimreview` and `google` reviews of other publishers, which are listed "
                + "at /imported-reviews. What is there already is unchanged, and each row stands alone unless `atomic` asks for all or "
                + "none. The content type may be that of the format.";
        });
        Description(
            static d => d.Produces<ImportResponse>(202).SendsHeader("Location", "Says how far the import is.")
                .ProducesProblem(409)
                .AnswersNoResource()
                .Takes(ContentTypes)
                .WithMetadata(new LargeBody(Limits.ImportBytes)),
            clearDefaults: true);
    }

    public override async Task HandleAsync(StartImportRequest request, CancellationToken ct)
    {
        if (RequestBody.IsMissing(HttpContext.Request))
        {
            throw Problem.Malformed("The body is missing: send the file.");
        }

        RequestBody.RequireType(HttpContext.Request, [.. ContentTypes, .. OtherTypes]);
        if (request.Format == ImportFormat.Archive)
        {
            HttpContext.Actor().Require(Permission.Administer);
        }

        var file = $"import-{Path.GetRandomFileName()}";
        try
        {
            var (bytes, sha256) = await StoreAsync(file, ct);
            var import = new NewImport(
                request.Format!.Value, request.DryRun ?? false, request.Atomic ?? request.Format == ImportFormat.Archive, request.Mapping)
            {
                RawFormulas = request.Format.Value.IsRaw(request.Formulas),
                File = file,
                Bytes = bytes,
                Sha256 = Convert.ToHexStringLower(sha256),
            };
            var reply = await changes.RunAsync(
                Caller.Of(HttpContext), IdempotencyKey.Of(HttpContext), change => WriteAsync(change, import));
            if (reply.IsReplay)
            {
                files.Remove(file);
            }

            runner.Wake();
            await Send.ReplyAsync(reply);
        }
        catch
        {
            files.Remove(file); // Of a write whose outcome nobody knows too: the import then says that its file is gone.
            throw;
        }
    }

    private static async Task<Reply> WriteAsync(Change change, NewImport import)
    {
        if (await ColumnMapping.FieldFaultAsync(change, import.Mapping) is { } fault)
        {
            throw Problem.Invalid("mapping", fault);
        }

        var subject = Subject.Import(await ImportWriter.InsertAsync(change, import));
        return Reply.Accepted(subject.Address, (await ImportReader.FindAsync(change, Subject.IdOf(subject.Address)))!.ToResponse());
    }

    private async Task<(long Bytes, byte[] Sha256)> StoreAsync(string name, CancellationToken ct)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var file = files.Make(name);
        var (buffer, bytes) = (new byte[Buffer], 0L);
        while (await HttpContext.Request.Body.ReadAsync(buffer, ct) is > 0 and var read)
        {
            hash.AppendData(buffer, 0, read);
            await file.WriteAsync(buffer.AsMemory(0, read), ct);
            bytes += read;
        }

        await file.FlushAsync(ct);
        RandomAccess.FlushToDisk(file.SafeFileHandle);
        var sha256 = hash.GetHashAndReset();
        RequestDigest.RememberHash(HttpContext, sha256);
        return bytes == 0 ? throw Problem.Malformed("The body is empty: send the file.") : (bytes, sha256);
    }
}
