using System.CommandLine;

namespace ClaimTracker.Benchmarks.Scale;

/// <summary>The larger of the two folders that are compared.</summary>
internal sealed class LargeOptions
{
    private readonly Option<int> _claims = new("--large-claims")
    {
        Description = "Claims to generate for the large folder, if there is no --large",
        DefaultValueFactory = static _ => 100_000,
    };

    private readonly Option<DirectoryInfo?> _data = new("--large") { Description = "A larger folder that `generate` made" };

    public void AddTo(Command command)
    {
        command.Options.Add(_claims);
        command.Options.Add(_data);
    }

    public LargeSettings Of(ParseResult parsed) => new(parsed.GetValue(_data)?.FullName, parsed.GetValue(_claims));
}

/// <summary>The larger folder.</summary>
/// <param name="Data">It, if it is there.</param>
/// <param name="Claims">Its size, if it is to be made.</param>
internal sealed record LargeSettings(string? Data, int Claims);
