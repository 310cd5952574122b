using System.Security.Cryptography;

namespace ClaimTracker.Api.Domain.History;

/// <summary>The key that signs checkpoints: in a file of the data folder that its owner alone can read.</summary>
internal static class CheckpointKey
{
    public const string FileName = "checkpoint-key.pem";

    /// <summary>Reads the key, or makes one. Of several processes that do so at once in one folder, all have the same in the end.</summary>
    /// <exception cref="IOException">It can neither be read nor made.</exception>
    public static ECDsa Open(string folder)
    {
        var path = Path.Combine(folder, FileName);
        try
        {
            if (!File.Exists(path))
            {
                Make(folder, path);
            }

            var key = ECDsa.Create();
            key.ImportFromPem(File.ReadAllText(path));
            return key;
        }
        catch (Exception refused) when (refused is UnauthorizedAccessException or CryptographicException or ArgumentException)
        {
            throw new IOException($"The key of the checkpoints, {path}, cannot be used: {refused.Message}", refused);
        }
    }

    private static void Make(string folder, string path)
    {
        DurableFiles.CreateFolder(folder);
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var made = $"{path}.{Path.GetRandomFileName()}";
        DurableFiles.Write(made, key.ExportPkcs8PrivateKeyPem());
        try
        {
            File.Move(made, path, overwrite: false);
            DurableFiles.FlushFolder(folder);
        }
        catch (IOException) when (File.Exists(path))
        {
            // Another process was faster.
        }
        finally
        {
            File.Delete(made);
        }
    }
}
