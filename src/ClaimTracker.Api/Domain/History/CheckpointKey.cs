using System.Security.Cryptography;

namespace ClaimTracker.Api.Domain.History;

/// <summary>The key that signs checkpoints, in a file of the data folder that only its owner can read.</summary>
internal static class CheckpointKey
{
    public const string FileName = "checkpoint-key.pem";

    /// <summary>Reads the key, or makes one. Processes that do so in one folder at the same time all end up with the same key.</summary>
    /// <exception cref="IOException">The key can be neither read nor made.</exception>
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
            throw new IOException($"The checkpoint key {path} cannot be used: {refused.Message}", refused);
        }
    }

    private static void Make(string folder, string path)
    {
        DurableFiles.CreateFolderIn(folder);
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
