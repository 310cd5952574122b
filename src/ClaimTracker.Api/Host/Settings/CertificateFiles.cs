namespace ClaimTracker.Api.Host.Settings;

/// <summary>
/// The files of the certificate. The server would look for relative ones beside the program; the operator means the working folder.
/// </summary>
internal static class CertificateFiles
{
    private static readonly string[] Names = ["Kestrel:Certificates:Default:Path", "Kestrel:Certificates:Default:KeyPath"];

    /// <returns>The settings that name a file, with its full path.</returns>
    /// <exception cref="StartException">There is no such file.</exception>
    public static IReadOnlyDictionary<string, string?> Read(IConfiguration all)
    {
        var files = Names.Where(name => all[name] is { Length: > 0 })
            .ToDictionary(static name => name, name => (string?)Path.GetFullPath(all[name]!), StringComparer.Ordinal);
        return files.FirstOrDefault(static file => !File.Exists(file.Value)) is { Key: { } missing, Value: var path }
            ? throw new StartException($"The setting {missing} names the file {path}, which does not exist.")
            : files;
    }
}
