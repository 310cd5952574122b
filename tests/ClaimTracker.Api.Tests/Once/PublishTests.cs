using System.Diagnostics;

namespace ClaimTracker.Api.Tests.Architecture;

/// <summary>What an operator copies to a server.</summary>
public sealed class PublishTests
{
    [Fact]
    public async Task It_has_no_symbols_and_native_libraries_only_for_servers()
    {
        var folder = Directory.CreateTempSubdirectory("claimtracker-publish-").FullName;
        try
        {
            var built = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
            using var publish = Process.Start(new ProcessStartInfo(
                "dotnet",
                ["publish", Path.Combine(Repository.Root, "src/ClaimTracker.Api"), "--no-build", "-c", built, "-o", folder])
            {
                RedirectStandardOutput = true,
                UseShellExecute = false,
            })!;
            var output = await publish.StandardOutput.ReadToEndAsync();
            await publish.WaitForExitAsync();
            Assert.True(publish.ExitCode == 0, output);

            var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/'))
                .ToList();
            Assert.Contains("ClaimTracker.Api.dll", files, StringComparer.Ordinal);
            Assert.Contains("runtimes/linux-x64/native/libe_sqlite3.so", files, StringComparer.Ordinal);
            Assert.Equal(ClaimTracker.Meaning.LocalModel.IsThere, files.Contains("model/MiniLM.dll", StringComparer.Ordinal));
            Assert.DoesNotContain(files, static file => file.EndsWith(".pdb", StringComparison.Ordinal));
            Assert.All(
                files.Where(static file => file.StartsWith("runtimes/", StringComparison.Ordinal)),
                static file => Assert.Matches("^runtimes/((linux|linux-musl|osx|win)-(x64|arm64)/native|win/lib)/", file));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
