using System.Text.Encodings.Web;
using System.Text.Json;

namespace ClaimTracker.Data.Backups;

/// <summary>What a backup says of itself: enough to know that it is whole, and what is in it.</summary>
public sealed record BackupManifest
{
    /// <summary>The application of every backup of ours.</summary>
    public const string ClaimTracker = "ClaimTracker";

    /// <summary>The form of a backup: goes up when an older program could not read it.</summary>
    public const int CurrentFormat = 1;

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Who wrote it.</summary>
    public required string Application { get; init; }

    /// <summary>Its form.</summary>
    public required int Format { get; init; }

    /// <summary>When it was made.</summary>
    public required string Created { get; init; }

    /// <summary>The file with the database.</summary>
    public required BackupFile Database { get; init; }

    /// <summary>The migrations that the database has had, in order.</summary>
    public required IReadOnlyList<string> Migrations { get; init; }

    /// <summary>The last line of the history; null where there is none.</summary>
    public required BackupHistory? History { get; init; }

    /// <summary>Rows by table.</summary>
    public required IReadOnlyDictionary<string, long> Counts { get; init; }

    /// <summary>Its text.</summary>
    public string Write() => JsonSerializer.Serialize(this, Json) + "\n";

    /// <summary>Reads it.</summary>
    /// <returns>Null when the text is no manifest.</returns>
    public static BackupManifest? Read(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<BackupManifest>(text, Json);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>The file of a backup.</summary>
/// <param name="File">Its name.</param>
/// <param name="Length">Its bytes.</param>
/// <param name="Sha256">Their SHA-256, in hex.</param>
public sealed record BackupFile(string File, long Length, string Sha256);

/// <summary>The last line of the history in a backup.</summary>
/// <param name="Seq">Its number: how many lines there are.</param>
/// <param name="Hash">Its hash, which all lines before it go into.</param>
public sealed record BackupHistory(long Seq, string Hash);
