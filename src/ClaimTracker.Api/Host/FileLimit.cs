using System.Globalization;

namespace ClaimTracker.Api.Host;

/// <summary>
/// The files that the system lets this process open: connections, database files and spooled answers. When they run out, any of these
/// fails in the middle of its work; so too few are refused at the start, and connections leave room for the rest. With as few as 64
/// the runtime cannot load the parts of the program, so this is asked before anything else.
/// </summary>
internal static class FileLimit
{
    /// <summary>Three files for each reader of the database, and those of the runtime.</summary>
    private const int Kept = 320;

    private const int Minimum = Kept + 80;
    private const string LimitsFile = "/proc/self/limits";
    private const string Line = "Max open files";

    /// <summary>Connections that are served at the same time. An answer may be in a file of its own.</summary>
    public static int Connections => (int)Math.Clamp((Files() - Kept) / 2, 1, HttpLimits.Connections);

    /// <summary>What is wrong, as a sentence; null if there are enough.</summary>
    public static string? Refusal() => Files() is var files and < Minimum
        ? $"This process may open {files} files at once, and needs {Minimum}: raise the limit (ulimit -n, LimitNOFILE)."
        : null;

    // Only Linux tells it without a system call of our own.
    private static long Files() => File.Exists(LimitsFile)
        && File.ReadLines(LimitsFile).FirstOrDefault(static line => line.StartsWith(Line, StringComparison.Ordinal)) is { } line
        && long.TryParse(line[Line.Length..].Trim().Split(' ')[0], CultureInfo.InvariantCulture, out var files)
            ? files
            : long.MaxValue;
}
