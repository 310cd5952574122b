using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using ClaimTracker.Api.Domain.Search;
using ClaimTracker.Api.Features.Imports;
using ClaimTracker.Api.Host;
using ClaimTracker.Api.Host.Settings;
using ParseResult = System.CommandLine.ParseResult;

namespace ClaimTracker.Api.Commands;

/// <summary>import: imports a file of any size into the database of the settings, which nobody serves meanwhile.</summary>
internal static class ImportCommand
{
    /// <summary>Reported on the console; GET /imports/{id}/rows has more.</summary>
    private const int RowsShown = 20;

    private static readonly IReadOnlyList<string> Formats = EnumWords.All(typeof(ImportFormat));

    /// <param name="settings">Reads the settings of a call.</param>
    /// <param name="guard">Runs it, and turns what it refuses into a sentence and an exit code.</param>
    public static Command Make(Func<ParseResult, ServiceSettings> settings, Func<Func<Task<int>>, Task<int>> guard)
    {
        var file = new Argument<string>("file") { Description = "The file" };
        var format = new Option<string>("--format")
        {
            Description = $"What it is: {string.Join(", ", Formats)} (default archive)",
            DefaultValueFactory = static _ => ImportFormat.Archive.ToWord(),
        };
        var dryRun = new Option<bool>("--dry-run") { Description = "Say what would happen, and keep nothing" };
        var mapping = new Option<string?>("--mapping")
        {
            Description = "Which headings stand for which of our columns: claim:Statement,rating:Verdict",
        };
        var atomic = new Option<bool>("--atomic") { Description = "Keep all rows or none; an archive always is" };
        var raw = new Option<bool>("--raw-formulas") { Description = "Take cells as they are: formulas were not guarded by an apostrophe" };
        var import = new Command("import", "Import a file while nobody serves, and stop") { file, format, dryRun, atomic, mapping, raw };
        import.SetAction((parsed, stop) => guard(() => RunAsync(
            settings(parsed),
            parsed.GetRequiredValue(file),
            new NewImport(
                FormatOf(parsed.GetValue(format)!), parsed.GetValue(dryRun), parsed.GetValue(atomic), MappingOf(parsed.GetValue(mapping)))
            {
                RawFormulas = FormatOf(parsed.GetValue(format)!).IsRaw(parsed.GetValue(raw) ? Formulas.Raw : null),
                File = Path.GetFullPath(parsed.GetRequiredValue(file)),
                Bytes = 0,
                Sha256 = "",
            },
            stop)));
        return import;
    }

    private static async Task<int> RunAsync(ServiceSettings settings, string path, NewImport import, CancellationToken stop)
    {
        var (bytes, sha256) = await DigestAsync(import.File, stop);
        using var held = settings.Postgres is null ? DataFolderLock.Take(DataFolder.Open(settings.DataPath)) : null;
        var (database, _) = await Databases.PrepareAsync(settings, held);
        await using var db = database.Open(TimeProvider.System, SearchWriter.FinishAsync);
        using var logs = settings.OpenLog();
        var log = logs.CreateLogger(Log.Category);
        await SearchFill.EnsureAsync(db, stop);
        var row = await ChangeRunner.RunAsync(
            db, log, Actor.Operator, change => InsertAsync(change, import with { Bytes = bytes, Sha256 = sha256 }));
        var run = new ImportRun(db, log, static row => File.OpenRead(row.File))
        {
            Progress = lines => Console.Error.Write(string.Create(CultureInfo.InvariantCulture, $"\r{lines:N0} lines")),
        };
        await run.RunAsync(row, stop);
        await Console.Error.WriteLineAsync();
        return await db.ReadAsync(tx => SayAsync(tx, path, row.Id), stop);
    }

    private static async Task<ImportRow> InsertAsync(Change change, NewImport import) =>
        await ColumnMapping.FieldFaultAsync(change, import.Mapping) is { } fault
            ? throw new StartException($"--mapping {fault}")
            : (await ImportReader.FindAsync(change, await ImportWriter.InsertAsync(change, import)))!;

    private static async Task<int> SayAsync(ReadTx tx, string path, long id)
    {
        var import = (await ImportReader.FindAsync(tx, id))!.ToResponse();
        foreach (var row in await ImportReader.FirstRowsAsync(tx, id, RowsShown))
        {
            await Console.Out.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture, $"Line {row.Line}, {row.Column ?? "the row"}: {row.Problem} ({row.Outcome.ToWord()})"));
        }

        var (lines, made, unchanged, refused, noted) = import.Counts;
        await Console.Out.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{path}: {import.State.ToWord()}{(import.DryRun ? ", and nothing was kept" : "")}. {lines:N0} lines, {made:N0} rows made, "
            + $"{unchanged:N0} unchanged, {refused:N0} refused, {noted:N0} with a note."));
        if (import.Problem is { } problem)
        {
            await Console.Error.WriteLineAsync(problem.Line is { } line ? $"Line {line}: {problem.Text}" : problem.Text);
        }

        return import.State == ImportState.Done ? 0 : 1;
    }

    private static async Task<(long Bytes, string Sha256)> DigestAsync(string path, CancellationToken stop)
    {
        await using var file = File.OpenRead(path);
        return (file.Length, Convert.ToHexStringLower(await SHA256.HashDataAsync(file, stop)));
    }

    private static string? MappingOf(string? text) => ColumnMapping.Read(text, out _) is { } wrong
        ? throw new StartException($"--mapping {wrong}")
        : text;

    private static ImportFormat FormatOf(string word) => Formats.Contains(word, StringComparer.Ordinal)
        ? EnumWords.Parse<ImportFormat>(word)
        : throw new StartException($"--format must be {string.Join(" or ", Formats)}.");
}
