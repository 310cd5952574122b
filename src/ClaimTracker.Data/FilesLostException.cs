namespace ClaimTracker.Data;

/// <summary>The database was moved, deleted or replaced while it was open.</summary>
/// <param name="path">The file that is gone from its place.</param>
public sealed class FilesLostException(string path) : Exception(
    $"{path} was moved, deleted or replaced while the service had it open, or its disk was unmounted");
