using System.Text.Json.Serialization;

namespace ClaimTracker.Api.Domain.Archives;

/// <summary>
/// The first line of an archive. It holds nothing that differs between two archives of the same content: no time, no signature.
/// </summary>
internal sealed record ArchiveManifest
{
    public const string ThisApplication = "ClaimTracker";

    /// <summary>The form of the lines that this program writes.</summary>
    public const int ThisFormat = 1;

    public required string Application { get; init; }

    public required int Format { get; init; }

    /// <summary>The number of the last migration of the program that wrote it.</summary>
    public required string Schema { get; init; }

    /// <summary>Whether it holds only what was published.</summary>
    public required bool Public { get; init; }

    /// <summary>Whether an empty instance can become this one: what is public has no history, and is a data set of its own.</summary>
    public required bool Importable { get; init; }

    /// <summary>The state of the history. The signed checkpoint is in the header of the answer, since each signature is another.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ArchivedHistory? History { get; init; }

    /// <summary>The number of rows of each table, in the order of the lines.</summary>
    public required IReadOnlyDictionary<string, long> Tables { get; init; }

    /// <summary>The last id that each table gave out: none is given out again.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, long>? LastIds { get; init; }
}

/// <summary>The history of an archive.</summary>
/// <param name="Instance">The hash of the first event.</param>
/// <param name="Seq">The last event.</param>
/// <param name="Head">The hash of the last event.</param>
internal sealed record ArchivedHistory(string Instance, long Seq, string Head);

/// <summary>What stands on the lines of an archive.</summary>
internal static class ArchiveWords
{
    public const string Manifest = "manifest";
    public const string Table = "table";
    public const string Row = "row";
    public const string Sha256 = "sha256";

    /// <summary>Tables that an archive leaves out, each with the reason. All others are in it, whatever migrations add.</summary>
    public static readonly IReadOnlyDictionary<string, string> LeftOut = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["api_keys"] = "Keys open an instance. Another has its own, and the history says which there were.",
        ["idempotency_keys"] = "Replies that are kept for a day, so that a request is not carried out twice here.",
        ["imports"] = "What was imported here, and how that went; the history says what came of it.",
        ["import_rows"] = "The same, row by row.",
        ["claim_vectors"] = "What a model makes of the words of claims; it can be made again.",
        ["sentence_scores"] = "What the weights make of sentences; it can be made again.",
        ["rescorings"] = "How far that is.",
    };
}
