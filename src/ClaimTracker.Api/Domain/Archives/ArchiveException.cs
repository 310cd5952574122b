using System.Globalization;

namespace ClaimTracker.Api.Domain.Archives;

/// <summary>An archive that cannot be imported. Nothing of it was kept.</summary>
/// <param name="line">The line, from 1; null where no single line is at fault.</param>
/// <param name="problem">What is wrong, as a sentence.</param>
internal sealed class ArchiveException(long? line, string problem)
    : Exception(line is null ? problem : string.Create(CultureInfo.InvariantCulture, $"Line {line}: {problem}"))
{
    public long? Line => line;

    /// <summary>The sentence without the line.</summary>
    public string Problem => problem;
}
